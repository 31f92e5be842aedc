import { expect, test } from 'vitest';
import { createLogger } from './log.ts';

function collect() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => {
    lines.push(JSON.parse(line) as Record<string, unknown>);
  };
  return { lines, destination: { write } };
}

test('a line is JSON with level, ISO time and what was given', () => {
  const { lines, destination } = collect();
  createLogger('info', destination).info({ board: 'b' }, 'opened');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ level: 'info', board: 'b', msg: 'opened' });
  expect(lines[0]?.['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(lines[0]).not.toHaveProperty('hostname');
});

test('below its level the logger is silent', () => {
  const { lines, destination } = collect();
  createLogger('warn', destination).info('nothing');
  expect(lines).toEqual([]);
});

test('an error keeps its message and place, but text that failed to parse is not repeated', () => {
  const { lines, destination } = collect();
  const log = createLogger('error', destination);
  log.error({ err: Object.assign(new Error('disk full'), { code: 'ENOSPC' }) }, 'failed');
  try {
    JSON.parse('ik durf niet');
  } catch (error) {
    log.error({ err: error }, 'failed');
  }
  expect(lines[0]).toMatchObject({ err: { name: 'Error', message: 'disk full', code: 'ENOSPC' } });
  expect(JSON.stringify(lines[1])).not.toContain('durf');
  expect(lines[1]).toMatchObject({ err: { name: 'SyntaxError', message: '' } });
});
