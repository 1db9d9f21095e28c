import { existsSync } from 'node:fs';
import { type Actor, type Decision, type Refusal, refusalText, sectors, UnusableInput } from '../model/index.ts';
import type { OpenRecord } from '../record/index.ts';
import { makeId, readTable } from '../text/index.ts';
import { type DecisionOptions, deciding, exit, printJson, tell, withRecord } from './command.ts';

type Row<Column extends string> = Readonly<Record<Column | 'name', string>>;

/**
 * Reads a table of names that somebody settled. A line whose first column beside the name is empty is not settled yet and
 * passed over; one that `settle` explains in words cannot be settled and is refused by its number.
 */
export function readSettling<Column extends string, T>(
  file: string,
  columns: readonly [Column, ...Column[]],
  settle: (row: Row<Column>) => T | string,
): { settled: (T & { readonly name: string })[]; refused: Refusal[] } {
  if (!existsSync(file))
    throw new UnusableInput({
      file,
      line: null,
      found: 'no such file',
      expected: 'a table',
      wayOut: 'Check the path.',
    });
  const { rows, faults } = readTable<Column | 'name'>(file, ['name', ...columns]);
  const refuse = (line: number, found: string): Refusal => ({
    file,
    line,
    found,
    expected: `${['name', ...columns].join(', ')}, separated by tabs`,
    wayOut: 'Mend the line and give the file again; the others are settled.',
  });
  const refused = faults.map(({ line, message }) => refuse(line, message));
  const settled: (T & { readonly name: string })[] = [];
  for (const { line, ...row } of rows as readonly (Row<Column> & { line: number })[]) {
    const cells = row as unknown as Row<Column>;
    const name = cells.name.trim();
    if (cells[columns[0]].trim() === '') continue;
    const found = name === '' ? 'a line without a name' : settle(cells);
    if (typeof found === 'string') refused.push(refuse(line, found));
    else settled.push({ ...found, name });
  }
  return { settled, refused: refused.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** Settles names in bulk: tells what was settled and what was left out, and sets the exit code. */
export async function settle(
  options: DecisionOptions,
  file: string,
  work: (record: OpenRecord) => Promise<{ decision: Decision | null; settled: number; refused: readonly Refusal[] }>,
): Promise<void> {
  const { decision, settled, refused } = await withRecord(options, deciding(options), work);
  for (const refusal of refused) tell(`left out: ${refusalText(refusal)}`);
  if (options.json) printJson({ decision, refused });
  tell(
    `${decision === null ? '' : `${decision.id}: `}${settled} names of ${file} are settled${refused.length > 0 ? `, ${refused.length} lines left out` : ''}.`,
  );
  if (refused.length > 0) process.exitCode = decision === null ? exit.unusable : exit.rejected;
}

/** A known actor, or a new one where a sector is given; else what is wrong, in words. */
export function actorOf(
  { actor, sector, country }: Readonly<Record<'actor' | 'sector' | 'country', string>>,
  known: (name: string) => Actor | null,
): Actor | string {
  const name = actor.trim();
  const found = known(name);
  if (found !== null) return found;
  const told = sectors.find((one) => one === sector.trim());
  if (sector.trim() === '') return `"${name}", an actor that nobody knows, and no sector to make it new`;
  if (told === undefined) return `the sector "${sector}"; one of ${sectors.join(', ')} is needed`;
  if (country.trim() !== '' && !/^[A-Z]{3}$/.test(country.trim()))
    return `the country "${country}"; three capital letters as MLI, or nothing, are needed`;
  return newActor(name, told, country.trim() || null);
}

/** An actor that only the record knows. */
export const newActor = (name: string, sector: Actor['sector'], country: string | null): Actor => ({
  id: makeId<'Actor'>('actor', name),
  name,
  country,
  sector,
});
