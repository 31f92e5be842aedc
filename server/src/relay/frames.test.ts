import type { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import * as ws from 'ws';
import { FrameRun, toFrame } from './frames.ts';

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

test('a run of frames can be given whole or in part', async () => {
  const messages = ['een', 'twee', 'drie'].map((text) => Buffer.from(text));
  const run = new FrameRun(messages);
  expect((await readFrames(run.bytes)).map(String)).toEqual(['een', 'twee', 'drie']);
  expect((await readFrames(run.part(1, 3))).map(String)).toEqual(['twee', 'drie']);
  expect((await readFrames(run.part(0, 1))).map(String)).toEqual(['een']);
});
