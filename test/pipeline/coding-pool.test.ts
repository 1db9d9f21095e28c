import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeFiles } from '../../src/coding-pool.ts';
import { emptyFolder } from '../support/folder.ts';

async function coded(paths: readonly string[], threads: number) {
  const all = [];
  for await (const item of codeFiles(paths, { published: '2023-02-01', threads, dyads: true })) all.push(item);
  return all;
}

test('two threads give what one gives, in the order of the files, refusals among them', async () => {
  const folder = emptyFolder();
  const paths = Array.from({ length: 24 }, (_, i) => {
    const path = join(folder, `${i}.txt`);
    writeFileSync(
      path,
      i === 7
        ? ''
        : `Attacks in Mali killed ${100 + i} people in 2022, the United Nations said. Norway praised Chad.\n`,
    );
    return path;
  });
  const [one, two] = [await coded(paths, 1), await coded(paths, 2)];
  expect(two.map(({ path }) => path)).toEqual(paths);
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  expect(two[7]?.outcome).toMatchObject({ ok: false, refusal: { found: 'an empty file' } });
  const values = two.flatMap(({ outcome }) => (outcome.ok ? outcome.claims.map(({ value }) => value?.best) : []));
  expect(values).toContain(123);
  const dyads = two.flatMap(({ outcome }) => (outcome.ok ? (outcome.dyads ?? []) : []));
  expect(dyads.filter(({ source, target }) => source === 'NOR' && target === 'TCD')).toHaveLength(paths.length - 1);
});

test('whoever stops listening stops the threads', async () => {
  const folder = emptyFolder();
  const paths = Array.from({ length: 40 }, (_, i) => {
    const path = join(folder, `${i}.txt`);
    writeFileSync(path, 'Attacks in Mali killed 100 people in 2022.\n');
    return path;
  });
  let seen = 0;
  for await (const { outcome } of codeFiles(paths, { threads: 2 })) {
    expect(outcome.ok).toBe(true);
    seen += 1;
    if (seen === 3) break;
  }
  expect(seen).toBe(3);
});
