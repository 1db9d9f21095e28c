import { readTable, shipped } from '../../text/index.ts';

let table: ReadonlyMap<string, string> | null = null;

function categories(): ReadonlyMap<string, string> {
  if (table === null) {
    const path = shipped('data', 'ontology', 'cameo-weis.tsv');
    const { rows, faults } = readTable(path, ['cameo', 'weis']);
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
    table = new Map(rows.map(({ cameo, weis }) => [cameo, weis]));
  }
  return table;
}

/**
 * The category of the World Event/Interaction Survey (McClelland, WEIS codebook, 1976) that a CAMEO code falls into, and
 * the one that faces back where WEIS counts both sides (a visit is made and received); null for codes without one.
 */
export function weisOf(cameo: string): { readonly code: string; readonly back: string | null } | null {
  for (let length = cameo.length; length >= 2; length--) {
    const found = categories().get(cameo.slice(0, length));
    if (found === undefined) continue;
    const [code = '', back = null] = found.split(':');
    return { code, back };
  }
  return null;
}
