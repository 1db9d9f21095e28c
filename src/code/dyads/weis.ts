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

/** A WEIS category, and the one that faces back where WEIS counts both sides: a visit is made and received. */
export interface Category {
  readonly code: string;
  readonly back: string | null;
}

/** Reads `032:033`. */
export function categoryOf(cell: string): Category {
  const [code = '', back = null] = cell.split(':');
  return { code, back };
}

/**
 * The category of the World Event/Interaction Survey (McClelland, WEIS codebook, 1976) that a CAMEO code falls into;
 * null for codes without one.
 */
export function weisOf(cameo: string): Category | null {
  for (let length = cameo.length; length >= 2; length--) {
    const found = categories().get(cameo.slice(0, length));
    if (found !== undefined) return categoryOf(found);
  }
  return null;
}
