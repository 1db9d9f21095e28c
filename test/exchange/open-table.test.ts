import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openTable } from '../../src/exchange/index.ts';
import { emptyFolder } from '../support/folder.ts';

async function opened(bytes: string | Buffer, name = 'table.csv') {
  const path = join(emptyFolder(), name);
  writeFileSync(path, bytes);
  const table = await openTable(path);
  const text = readFileSync(table.path, 'utf8');
  table.dispose();
  return { ...table, text };
}

test('header, delimiter and a byte-order mark are told', async () => {
  expect(await opened('\uFEFFid;"a;b";c\n1;2;3\n')).toMatchObject({
    header: ['id', 'a;b', 'c'],
    delimiter: ';',
    tagged: false,
  });
  expect(await opened('id\tname\n1\tx\n')).toMatchObject({ header: ['id', 'name'], delimiter: '\t' });
});

test('a line of HXL tags below the header is told from data', async () => {
  expect((await opened('id,date,dead\n,#date+start,#affected+killed\n1,2022-01-01,4\n')).tagged).toBe(true);
  expect((await opened('id,note\n1,#1 of two\n')).tagged).toBe(false);
});

test('gzip is unpacked by content, whatever the name', async () => {
  expect((await opened(gzipSync('id,a\n1,2\n'), 'table.csv')).text).toBe('id,a\n1,2\n');
});

test('Latin-1 and UTF-16 are read as what they are, and said so', async () => {
  const latin = await opened(Buffer.from('id,place\n1,Ménaka\n', 'latin1'));
  expect(latin.text).toContain('Ménaka');
  expect(latin.warnings[0]).toContain('windows-1252');
  const wide = await opened(Buffer.from('\uFEFFid,place\n1,Gao\n', 'utf16le'));
  expect(wide.text).toContain('1,Gao');
  expect(wide.warnings[0]).toContain('utf-16le');
});

test('a character on the border of two chunks does not make a file Latin-1', async () => {
  const table = await opened(`id,place\n${'x'.repeat((1 << 20) - 10)}é,1\n`);
  expect(table.warnings).toEqual([]);
});

test.each([
  ['an empty file', '', /an empty file/],
  ['nothing in gzip', gzipSync(''), /a gzip file with nothing in it/],
  ['half a gzip file', gzipSync('id,a\n1,2\n'.repeat(1000)).subarray(0, 60), /cannot be unpacked.*Download it again/],
  ['a workbook', Buffer.from('PK\u0003\u0004rest of the archive'), /a zip archive/],
  ['bytes that are no text', Buffer.from([0x69, 0x64, 0, 0, 1, 2, 3, 10]), /bytes that are no text/],
  ['one line of 50 MB', Buffer.alloc(50_000_000, 'x'), /a first line of more than/],
])('%s is refused with the way out', async (_what, bytes, message) => {
  await expect(opened(bytes)).rejects.toThrow(message);
});

test('a gzip bomb is stopped at the limit', async () => {
  const path = join(emptyFolder(), 'bomb.csv.gz');
  writeFileSync(path, gzipSync(Buffer.alloc(5_000_000)));
  await expect(openTable(path, path, 1_000_000)).rejects.toThrow(/unpacks to more than 0.001 GB/);
});
