import { loadNames } from '../src/resolve/index.ts';
import { jsonLines } from './support/coding.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { fillTally } from './support/match.ts';
import { type Answer, answerByModel, answerByRules } from './support/muc/answer.ts';
import { codedDocument } from './support/muc/document.ts';
import { fillsOf, killedOf, type MucRow, type Role, roles, typesOf } from './support/muc/gold.ts';
import { readModel } from './support/muc/model.ts';
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

/** Scores what is told of a document; null where it has none but optional templates: neutral. */
export function scoreDocument(row: MucRow, answer: Answer): ScoredDocument | null {
  const relevant = row.templates.some(({ optional }) => !optional);
  if (!relevant && row.templates.length > 0) return null;
  const tallyOf = (role: Role) => fillTally(fillsOf(row, role), answer.roles[role], sameFill);
  const said = answer.types.length > 0;
  const dead = killedOf(row);
  return {
    relevance: { matched: relevant && said ? 1 : 0, predicted: said ? 1 : 0, gold: relevant ? 1 : 0 },
    types: fillTally(
      typesOf(row),
      answer.types.map((type) => [type]),
      (a, b) => a === b,
    ),
    roles: {
      perp_individual: tallyOf('perp_individual'),
      perp_org: tallyOf('perp_org'),
      target: tallyOf('target'),
      victim: tallyOf('victim'),
      weapon: tallyOf('weapon'),
    },
    killed: dead === null ? null : answer.killed === dead,
  };
}

/** The figures of a set of documents, names with `prefix`. */
function figuresOf(scored: readonly ScoredDocument[], prefix: string): Record<string, number | null> {
  const killed = scored.flatMap((document) => document.killed ?? []);
  return {
    [`${prefix}relevance_f1`]: f1Of(sumOf(scored.map(({ relevance }) => relevance))),
    [`${prefix}type_f1`]: f1Of(sumOf(scored.map(({ types }) => types))),
    [`${prefix}roles_f1`]: f1Of(sumOf(scored.flatMap((document) => roles.map((role) => document.roles[role])))),
    [`${prefix}killed_exact`]: killed.length === 0 ? null : killed.filter(Boolean).length / killed.length,
  };
}

const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(2));

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('muc4', 'dev.jsonl');
  const rows = jsonLines<MucRow>(file);
  const names = loadNames();
  const model = readModel();
  const byRules: ScoredDocument[] = [];
  const scored = rows.flatMap((row) => {
    const document = codedDocument(row, names);
    const plain = scoreDocument(row, answerByRules(document));
    if (plain !== null) byRules.push(plain);
    return (model === null ? plain : scoreDocument(row, answerByModel(document, model))) ?? [];
  });
  const origin = 'TST3 and TST4, 1992';
  const perRole = roles.map((role) => [role, sumOf(scored.map((document) => document.roles[role]))] as const);
  return {
    bench: 'muc4',
    data: file,
    rows: rows.length,
    figures: {
      ...figuresOf(scored, ''),
      ...Object.fromEntries(perRole.map(([role, tally]) => [`${role}_f1`, f1Of(tally)])),
      ...figuresOf(byRules, 'rules_'),
    },
    peers: [
      { name: 'GE NLToolset', figure: 'relevance_f1', value: 0.886, origin },
      { name: 'GE NLToolset', figure: 'type_f1', value: 0.823, origin },
      { name: 'GE NLToolset', figure: 'roles_f1', value: 0.569, origin },
      { name: 'GE NLToolset', figure: 'killed_exact', value: 0.36, origin },
      { name: 'GRIT', figure: 'roles_f1', value: 0.525, origin: 'TST3 and TST4, trained, Du et al. 2021' },
    ],
    notes: [
      'wanted: relevance_f1 0.85, type_f1 0.78, roles_f1 0.52, killed_exact 0.50',
      'by a model trained on the training documents over the reports; rules_*: by the reports and rules alone',
      ...perRole.map(
        ([role, { matched, predicted, gold }]) =>
          `${role}: precision ${share(matched, predicted)}, recall ${share(matched, gold)}, ${gold} wanted`,
      ),
    ],
  };
}

const bench: Bench = {
  about: 'incidents in MUC-4 documents, cased by machine: relevance, types, roles, dead',
  floors: { relevance_f1: 0.82, type_f1: 0.7, roles_f1: 0.5, killed_exact: 0.5 },
  needsData: true,
  run,
};

export default bench;
