import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendLines, mendTail, nextEntry, walkLog as walk } from '../../src/record/log.ts';
import { emptyFolder } from '../support/folder.ts';

function chain(n: number): string[] {
  const lines: string[] = [];
  let last: ReturnType<typeof nextEntry> | null = null;
  for (let i = 0; i < n; i++) {
    last = nextEntry(last, { at: '2024-01-01T00:00:00.000Z', kind: 'read', by: 'me', tool: 'griot', data: { i } });
    lines.push(JSON.stringify(last));
  }
  return lines;
}

/** All that a walk finds. */
function walkLog(lines: readonly string[]) {
  const walked = [...walk(lines)];
  return {
    entries: walked.flatMap(({ entry }) => entry ?? []),
    faults: walked.flatMap(({ line, faults }) => faults.map((fault) => ({ line, ...fault }))),
  };
}

test('a chain as written has no faults', () => {
  const { entries, faults } = walkLog(chain(5));
  expect(faults).toEqual([]);
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});

test('a changed value is named with its line', () => {
  const lines = chain(5);
  lines[2] = (lines[2] as string).replace('"i":2', '"i":9');
  expect(walkLog(lines).faults).toMatchObject([{ line: 3 }]);
});

test('a line that was taken out breaks the chain where it stood', () => {
  const lines = chain(5);
  lines.splice(1, 1);
  expect(walkLog(lines).faults.map(({ line }) => line)).toEqual([2, 2]);
});

test('an entry rewritten with a new hash of its own breaks the line after it', () => {
  const lines = chain(3);
  const entry = JSON.parse(lines[0] as string);
  const forged = nextEntry(null, { ...entry, data: { i: 'forged' } });
  lines[0] = JSON.stringify(forged);
  expect(walkLog(lines).faults).toMatchObject([{ line: 2 }]);
});

test('text that is no entry is named', () => {
  expect(walkLog(['{"seq":1', ...chain(1)]).faults[0]).toMatchObject({ line: 1, expected: 'a log entry in JSON' });
});

test('a half-written last line is cut off and the last whole entry known', () => {
  const path = join(emptyFolder(), 'log.jsonl');
  const lines = chain(3);
  appendLines(path, lines);
  appendFileSync(path, '{"seq":4,"at":"20');
  expect(mendTail(path)).toBe(3);
  expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
});

test('a log of half a line is emptied, a missing log is nothing', () => {
  const path = join(emptyFolder(), 'log.jsonl');
  expect(mendTail(path)).toBe(0);
  writeFileSync(path, '{"seq":1');
  expect(mendTail(path)).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe('');
});
