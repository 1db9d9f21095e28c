import { loadNames } from '../src/resolve/index.ts';
import { jsonLines, reportsIn } from './support/coding.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { fillTally } from './support/match.ts';
import { fillsOf, killedOf, type MucRow, type Role, roles, typesOf } from './support/muc/gold.ts';
import { type Incident, incidentsOf, killedIn, rolesOf } from './support/muc/incidents.ts';
import { sameFill } from './support/muc/phrases.ts';
import { f1Of, sumOf, type Tally } from './support/scores.ts';

/** What one document adds to the figures. */
export interface ScoredDocument {
  readonly relevance: Tally;
  readonly types: Tally;
  readonly roles: Readonly<Record<Role, Tally>>;
  /** Null: the gold does not know the number of dead. */
  readonly killed: boolean | null;
}

/** Scores the incidents of a document; null where it has none but optional templates: neutral. */
export function scoreDocument(row: MucRow, incidents: readonly Incident[]): ScoredDocument | null {
  const relevant = row.templates.some(({ optional }) => !optional);
  if (!relevant && row.templates.length > 0) return null;
  const found = rolesOf(incidents);
  const tallyOf = (role: Role) => fillTally(fillsOf(row, role), found[role], sameFill);
  const types = [...new Set(incidents.flatMap(({ type }) => [type]))].map((type) => [type]);
  const dead = killedOf(row);
  return {
    relevance: {
      matched: relevant && incidents.length > 0 ? 1 : 0,
      predicted: incidents.length > 0 ? 1 : 0,
      gold: relevant ? 1 : 0,
    },
    types: fillTally(typesOf(row), types, (a, b) => a === b),
    roles: {
      perp_individual: tallyOf('perp_individual'),
      perp_org: tallyOf('perp_org'),
      target: tallyOf('target'),
      victim: tallyOf('victim'),
      weapon: tallyOf('weapon'),
    },
    killed: dead === null ? null : killedIn(incidents) === dead,
  };
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('muc4', 'dev.jsonl');
  const rows = jsonLines<MucRow>(file);
  const names = loadNames();
  const scored = rows.flatMap((row) => {
    const about = { id: row.doc_id, published: row.dateline_date };
    const incidents = incidentsOf(reportsIn(row.text_truecased, about, names), row.dateline_date);
    return scoreDocument(row, incidents) ?? [];
  });
  const killed = scored.flatMap((document) => document.killed ?? []);
  const origin = 'TST3 and TST4, 1992';
  const perRole = roles.map((role) => [role, sumOf(scored.map((document) => document.roles[role]))] as const);
  return {
    bench: 'muc4',
    data: file,
    rows: rows.length,
    figures: {
      relevance_f1: f1Of(sumOf(scored.map(({ relevance }) => relevance))),
      type_f1: f1Of(sumOf(scored.map(({ types }) => types))),
      roles_f1: f1Of(sumOf(perRole.map(([, tally]) => tally))),
      killed_exact: killed.length === 0 ? null : killed.filter(Boolean).length / killed.length,
      ...Object.fromEntries(perRole.map(([role, tally]) => [`${role}_f1`, f1Of(tally)])),
    },
    peers: [
      { name: 'GE NLToolset', figure: 'relevance_f1', value: 0.886, origin },
      { name: 'GE NLToolset', figure: 'type_f1', value: 0.823, origin },
      { name: 'GE NLToolset', figure: 'roles_f1', value: 0.569, origin },
      { name: 'GE NLToolset', figure: 'killed_exact', value: 0.36, origin },
      { name: 'GRIT', figure: 'roles_f1', value: 0.525, origin: 'TST3 and TST4, trained, Du et al. 2021' },
    ],
    notes: ['wanted: relevance_f1 0.85, type_f1 0.78, roles_f1 0.52, killed_exact 0.50'],
  };
}

const bench: Bench = {
  about: 'incidents in MUC-4 documents, cased by machine: relevance, types, roles, dead',
  floors: {},
  needsData: true,
  run,
};

export default bench;
