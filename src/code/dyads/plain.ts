import { readTable, shipped } from '../../text/index.ts';

let table: ReadonlyMap<string, string> | null = null;

function names(): ReadonlyMap<string, string> {
  if (table === null) {
    const path = shipped('data', 'ontology', 'cameo-roots.tsv');
    const { rows, faults } = readTable(path, ['root', 'name']);
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
    table = new Map(rows.map(({ root, name }) => [root, name]));
  }
  return table;
}

/** The name of a CAMEO code's root in plain words: `057` is "Engage in diplomatic cooperation"; null: no CAMEO root. */
export const plainCameo = (code: string): string | null => names().get(code.slice(0, 2)) ?? null;
