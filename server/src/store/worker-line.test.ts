import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { WorkerLine } from './worker-line.ts';

/** A thread that runs this script, with `port` for its parent's messages. */
const start = (script: string): WorkerLine =>
  new WorkerLine(
    new Worker(`const { parentPort: port } = require('node:worker_threads');${script}`, { eval: true }),
  );

test('each answer reaches the call it belongs to, errors with their code', async () => {
  const line = start(`
    port.postMessage({ id: 0 });
    port.on('message', ({ id, method, args }) => {
      if (method === 'close') port.close();
      else if (method === 'readSetting') port.postMessage({ id, value: args[0] });
      else port.postMessage({ id, error: { code: 'damaged', message: 'row 3' } });
    });`);
  await line.opened;
  const answers = await Promise.all([line.ask('readSetting', ['a']), line.ask('readSetting', ['b'])]);
  expect(answers).toEqual(['a', 'b']);
  await expect(line.ask('loadDocument', ['x@1'])).rejects.toMatchObject({
    code: 'damaged',
    message: 'row 3',
  });
  await expect(line.ask('close', [])).rejects.toMatchObject({ code: 'closed' });
  await line.exited;
});

test('when the thread throws, what waits and what comes later is refused with the reason', async () => {
  const line = start(`
    port.postMessage({ id: 0 });
    port.on('message', () => { throw new Error('out of luck'); });`);
  await line.opened;
  const waiting = [line.ask('append', [[]]), line.ask('listMeetups', [])];
  for (const call of waiting) await expect(call).rejects.toThrow(/has died: out of luck/);
  await line.exited;
  await expect(line.ask('append', [[]])).rejects.toMatchObject({ code: 'closed' });
});

test('a thread that ends before it is ready refuses the opening', async () => {
  await expect(start('process.exit(3);').opened).rejects.toThrow(/exit code 3/);
});

test('what cannot be copied is refused, and the next call works', async () => {
  const line = start(`
    port.postMessage({ id: 0 });
    port.on('message', ({ id }) => { port.postMessage({ id, value: 1 }); port.close(); });`);
  await line.opened;
  await expect(line.ask('append', [() => 0])).rejects.toMatchObject({ code: 'impossible' });
  expect(await line.ask('listMeetups', [])).toBe(1);
  await line.exited;
});
