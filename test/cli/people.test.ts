import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { griot } from '../support/cli.ts';
import { emptyFolder } from '../support/folder.ts';
import { writeTable } from '../support/table.ts';

const why = ['--reason', 'the district office says so'];

test('names are settled in bulk from a table, and bad lines are told by their number', () => {
  const folder = emptyFolder();
  griot(['import', writeTable(folder, [{ side_a: 'Zarbo Front' }])], folder);
  expect(griot(['actors', 'unresolved', '--tsv'], folder).out).toMatch(
    /^name\tactor\tsector\tcountry\tn\texample\nZarbo Front\t/,
  );
  writeFileSync(
    join(folder, 'names.tsv'),
    'name\tactor\tsector\tcountry\nZarbo Front\tZarbo Liberation Front\trebel\tMLI\nX\tNobody\t\t\nY\tNobody\tpirate\t\nZ\t\t\t\nno cells\n',
  );
  const { code, err } = griot(['actors', 'settle', 'names.tsv', ...why, '--as', 'B. Editor'], folder);
  expect(code).toBe(1);
  expect(err).toMatch(/names.tsv, line 3: "Nobody", an actor that nobody knows/);
  expect(err).toMatch(/names.tsv, line 4: the sector "pirate"/);
  expect(err).toMatch(/names.tsv, line 6: 1 cells found/);
  expect(err).toContain('d1: 1 names of names.tsv are settled, 3 lines left out.');
  expect(griot(['actors', 'Zarbo'], folder).out).toBe(
    'Zarbo Liberation Front · rebel · MLI · does 1, is done to 0, says 0\n',
  );
  expect(griot(['log', '--decisions'], folder).out).toContain('B. Editor · actor-is');
});

test('a report is corrected by its fields; wrong ones are told with what was expected', () => {
  const folder = emptyFolder();
  griot(['import', writeTable(folder, [{}])], folder);
  const { events } = JSON.parse(griot(['events', '--json'], folder).out) as {
    events: { reports: { id: string }[] }[];
  };
  const id = events[0]?.reports[0]?.id ?? '';
  const wrong = griot(['review', 'correct', id, '--set', 'killed.best=50', ...why], folder);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('low 5, best 50, high 8; expected low ≤ best ≤ high');
  expect(griot(['review', 'correct', id, '--set', 'killed=9', 'injured=2', ...why], folder).err).toContain(
    '`griot undo d1`',
  );
  expect(griot(['review', 'show', id], folder).out).toMatch(/d1 · corrected .*\nstands: killed .*9.*\(read: .*6/);
  expect(griot(['review', 'accept', id], folder).code).toBe(2);
  expect(griot(['places', 'is', 'Kolbani', 'Gao, MLI', ...why], folder).err).toMatch(
    /several places: Gao.*admin1; Gao.*exact/,
  );
});
