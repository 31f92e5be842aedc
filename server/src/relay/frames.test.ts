import type { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import * as ws from 'ws';
import { frameUpdates, toFrame } from './frames.ts';
import { readClientMessage } from './sync-messages.ts';

/** Exported by ws, and left out of its types: the half of a socket that reads frames. */
const { Receiver } = ws as unknown as {
  readonly Receiver: new (options: {
    readonly isServer: boolean;
    readonly allowSynchronousEvents: boolean;
  }) => Writable;
};

/** What a WebSocket makes of bytes on the line. */
function readFrames(bytes: Buffer): Promise<readonly Buffer[]> {
  return new Promise((resolve, reject) => {
    const messages: Buffer[] = [];
    const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true });
    receiver.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) messages.push(data);
    });
    receiver.on('error', reject);
    receiver.write(bytes, () => resolve(messages));
  });
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'a frame of %i bytes is read by a WebSocket as the message it was made from',
  async (length) => {
    const message = Uint8Array.from({ length }, (_, i) => i % 251);
    const [read, ...more] = await readFrames(toFrame(message));
    expect(more).toEqual([]);
    expect(Buffer.compare(read ?? Buffer.alloc(0), Buffer.from(message))).toBe(0);
  },
);

test.each([0, 1, 127, 128, 16_383, 16_384, 200_000])(
  'an update of %i bytes is framed as the message every client reads',
  async (length) => {
    const update = Uint8Array.from({ length }, (_, i) => i % 251);
    const [message = Buffer.alloc(0)] = await readFrames(frameUpdates([update]).bytes);
    const read = readClientMessage(message);
    expect(read.type).toBe('update');
    expect(Buffer.compare('body' in read ? read.body : Buffer.alloc(0), update)).toBe(0);
  },
);

test('a run of framed updates can be given whole or in part', async () => {
  const run = frameUpdates(['een', 'twee', 'drie'].map((text) => Buffer.from(text)));
  const bodies = async (bytes: Buffer): Promise<string[]> =>
    (await readFrames(bytes)).map((message) => String(message.subarray(3)));
  expect(await bodies(run.bytes)).toEqual(['een', 'twee', 'drie']);
  expect(await bodies(run.part(1, 3))).toEqual(['twee', 'drie']);
  expect(await bodies(run.part(0, 1))).toEqual(['een']);
});
