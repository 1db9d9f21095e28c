import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ActorCoder, type Dyad, rules } from '../src/code/index.ts';
import { dictionaryOf } from '../src/exchange/index.ts';
import type { Dictionaries } from '../src/model/index.ts';
import { parse } from '../src/parse/index.ts';
import { dictionaryCoder, type LoadedNames, loadNames, shippedTables } from '../src/resolve/index.ts';
import { jsonLines, textDocument } from './support/coding.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { f1Of, setTally, sumOf } from './support/scores.ts';

interface Triple {
  readonly source: string;
  readonly target: string;
  readonly code: string;
}

interface PetrarchRow {
  readonly doc_id: string;
  readonly source_set: 'unit' | 'petr2gsr';
  /** YYYYMMDD */
  readonly date: string;
  readonly text: string;
  /** A side may be missing: an actor that is in no dictionary. */
  readonly events: readonly (Partial<Triple> & { readonly code: string })[];
}

interface Scored {
  readonly row: PetrarchRow;
  readonly triples: readonly Triple[];
}

const parts = {
  triple: ({ source, target, code }: Triple) => `${source} ${target} ${code}`,
  code: ({ code }: Triple) => code,
  root: ({ code }: Triple) => code.slice(0, 2),
  source: ({ source }: Triple) => source,
  target: ({ target }: Triple) => target,
} as const;

const wanted = ({ source = '---', target = '---', code }: PetrarchRow['events'][number]): Triple => ({
  source,
  target,
  code,
});

/** F1 of the sets of each sentence, by part of the triple. */
export function figuresOf(set: string, scored: readonly Scored[]): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, of]) => [
      `${set}_${part}_f1`,
      f1Of(sumOf(scored.map(({ row, triples }) => setTally(row.events.map(wanted).map(of), triples.map(of))))),
    ]),
  );
}

/**
 * The unit records are the validation set of PETRARCH's forerunner TABARI, whose codes are those of WEIS, beside some
 * invented to try the dictionaries out. Its coder did not look at tenses and negation.
 */
function inWeis({ source, target, weis }: Dyad): Triple[] {
  if (weis === null) return [];
  const back = weis.back === null ? [] : [{ source: target, target: source, code: weis.back }];
  return [{ source, target, code: weis.code }, ...back];
}

/** The lines of both dictionaries: a table of kind (`actor`, `agent`) and line, whose own tabs belong to it. */
function dictionariesIn(path: string): Dictionaries {
  const rows = readFileSync(path, 'utf8').split(/\r?\n/).slice(1);
  const linesOf = (kind: string) =>
    rows.filter((row) => row.startsWith(`${kind}\t`)).map((row) => row.slice(kind.length + 1));
  const [actors, agents] = ['actor', 'agent'].map((kind) => dictionaryOf(linesOf(kind).join('\n'), path));
  return { actors: actors?.actors ?? [], agents: agents?.agents ?? [], verbs: [] };
}

/** Codes by griot's own names. */
function generalCoder(names: LoadedNames, date: string): ActorCoder {
  const context = { lang: 'en', countries: [], date };
  return (party) => {
    const code = names.cameoOf(party, context);
    return code === null ? [] : [code];
  };
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('petrarch_validation', 'dev.jsonl');
  const rows = jsonLines<PetrarchRow>(file);
  const beside = join(dirname(file), 'unit_dictionaries.tsv');
  const dictionaries = dictionariesIn(
    existsSync(beside) ? beside : developmentFile('petrarch_validation', 'unit_dictionaries.tsv'),
  );
  const [general, unit] = [loadNames(), loadNames(shippedTables(), dictionaries.actors)];
  const unitCodes = dictionaryCoder(dictionaries);
  const scored = rows.map((row): Scored => {
    const published = `${row.date.slice(0, 4)}-${row.date.slice(4, 6)}-${row.date.slice(6, 8)}`;
    const names = row.source_set === 'unit' ? unit : general;
    const coder =
      row.source_set === 'unit'
        ? (party: Parameters<ActorCoder>[0]) => unitCodes(party, row.date)
        : generalCoder(general, published);
    const document = textDocument(row.text, { id: row.doc_id, published });
    const { sentences } = parse(row.text, { lang: 'en' });
    const dyads = rules.dyads(document, sentences, names, coder, { statements: row.source_set === 'unit' });
    return { row, triples: row.source_set === 'unit' ? dyads.flatMap(inWeis) : dyads };
  });
  const of = (set: PetrarchRow['source_set']) => scored.filter(({ row }) => row.source_set === set);
  const empty = scored.filter(({ row }) => row.events.length === 0);
  const origin = 'perfect parses given';
  return {
    bench: 'petrarch',
    data: file,
    rows: rows.length,
    figures: {
      ...figuresOf('unit', of('unit')),
      ...figuresOf('petr2gsr', of('petr2gsr')),
      empty_left_empty:
        empty.length === 0 ? null : empty.filter(({ triples }) => triples.length === 0).length / empty.length,
    },
    peers: [
      { name: 'PETRARCH-2', figure: 'unit_triple_f1', value: 0.53, origin },
      { name: 'PETRARCH-2', figure: 'unit_root_f1', value: 0.65, origin },
      {
        name: 'PETRARCH-2',
        figure: 'petr2gsr_triple_f1',
        value: 0.72,
        origin: `${origin}; the gold is its own output`,
      },
      { name: 'PETRARCH-2', figure: 'petr2gsr_root_f1', value: 0.86, origin: `${origin}; the gold is its own output` },
    ],
    notes: [
      'wanted and reached: petr2gsr_root_f1 0.70, petr2gsr_triple_f1 0.50, unit_triple_f1 0.50, empty_left_empty 0.85',
      'unit is scored in WEIS codes; those of its verb dictionary that are invented (345, 9xx) cannot be known',
    ],
  };
}

const bench: Bench = {
  about: 'CAMEO dyads of PETRARCH’s validation sentences',
  floors: { empty_left_empty: 0.85, petr2gsr_root_f1: 0.85, petr2gsr_triple_f1: 0.48, unit_triple_f1: 0.49 },
  needsData: true,
  run,
};

export default bench;
