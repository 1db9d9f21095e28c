import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseFault } from '../../src/read/files.ts';
import { findFiles, loadFile } from '../../src/read/index.ts';

const root = mkdtempSync(join(tmpdir(), 'griot-files-'));
afterAll(() => rmSync(root, { recursive: true }));

function put(...parts: string[]): string {
  const path = join(root, ...parts);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'text');
  return path;
}

describe('findFiles', () => {
  it('lists a folder by name, depth first, and passes hidden files over', () => {
    const paths = [put('a', '1.txt'), put('a', 'b', '2.html'), put('a', 'c.md')];
    put('a', '.hidden.txt');
    expect(findFiles([join(root, 'a')])).toEqual({ files: paths, refused: [] });
  });

  it('keeps the order of the given paths and takes each file once', () => {
    const [one, two] = [put('order', '1.txt'), put('order', '2.txt')];
    expect(findFiles([two, join(root, 'order')]).files).toEqual([two, one]);
  });

  it('ends on links that lead in a circle', () => {
    const file = put('loop', 'inner', 'a.txt');
    symlinkSync(join(root, 'loop'), join(root, 'loop', 'inner', 'up'));
    symlinkSync(join(root, 'loop', 'self'), join(root, 'loop', 'self'));
    const found = findFiles([join(root, 'loop')]);
    expect(found.files).toEqual([file]);
    expect(found.refused.map((refusal) => refusal.reason)).toEqual(['unreadable']);
  });

  it('refuses what is missing, what has another extension, and a folder without files to read', () => {
    const table = put('other', 'ged.csv');
    put('pictures', 'a.png');
    const reasons = findFiles([join(root, 'none.txt'), table, join(root, 'pictures')]).refused.map(
      (refusal) => refusal.reason,
    );
    expect(reasons).toEqual(['missing', 'wrong-extension', 'wrong-extension', 'no-files']);
  });

  it('sends a table to griot import', () => {
    expect(findFiles([put('tables', 'ged.csv')]).refused[0]?.refusal.wayOut).toContain('griot import');
  });

  it('takes a named file whatever its extension, for its contents decide', () => {
    const page = put('named', 'page.php');
    expect(findFiles([page]).files).toEqual([page]);
  });

  it('says when a file may not be read, and throws what is no fault of the file system', () => {
    expect(refuseFault('a.txt', Object.assign(new Error('no'), { code: 'EACCES' }))).toMatchObject({
      reason: 'no-permission',
    });
    expect(() => refuseFault('a.txt', new TypeError('a bug'))).toThrow(TypeError);
  });
});

describe('loadFile', () => {
  it('gives the bytes', () => {
    expect(loadFile(put('load', 'a.txt'))).toMatchObject({ ok: true });
  });

  it('refuses a folder, a missing file, and a file that is too large', () => {
    expect(loadFile(root)).toMatchObject({ ok: false, reason: 'unreadable', refusal: { found: 'a folder' } });
    expect(loadFile(join(root, 'none'))).toMatchObject({ ok: false, reason: 'missing' });
    expect(loadFile(put('load', 'b.txt'), 2)).toMatchObject({ ok: false, reason: 'too-large' });
  });
});
