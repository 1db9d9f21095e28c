import { type ActorCoder, type ManualEvent, manualEvents, rules } from '../src/code/index.ts';
import { parse } from '../src/parse/index.ts';
import { loadNames } from '../src/resolve/index.ts';
import { nameWords } from '../src/text/index.ts';
import { jsonLines, ownEvents, textDocument } from './support/coding.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { bagTally, f1Of, groupBy, macroF1, sumOf, type Tally, talliesByLabel } from './support/scores.ts';

interface Party {
  readonly actorText?: string | null;
}

/** One gold event; a sentence with several has several rows. */
export interface GsrRow {
  readonly doc_id: string;
  readonly date: string;
  readonly text: string;
  readonly event_2021: string;
  readonly source: readonly Party[];
  readonly target: readonly Party[];
  /** The two sides may be exchanged. */
  readonly reciprocal: boolean;
}

const articles = new Set(['a', 'an', 'the']);
const tokens = (texts: readonly string[]) =>
  texts.flatMap((text) => nameWords(text).map(({ folded }) => folded)).filter((word) => !articles.has(word));

const wordsOf = (parties: readonly Party[]) => tokens(parties.flatMap(({ actorText }) => actorText ?? []));

/** Words of both sides of a gold event against those of the event taken for it; either way round where that is allowed. */
export function sideTallies(
  row: GsrRow,
  event: Omit<ManualEvent, 'type'> | undefined,
): { source: Tally; target: Tally } {
  const [source, target] = [wordsOf(row.source), wordsOf(row.target)];
  const [doers, done] = [tokens(event?.source ?? []), tokens(event?.target ?? [])];
  const straight = { source: bagTally(source, doers), target: bagTally(target, done) };
  if (!row.reciprocal) return straight;
  const crossed = { source: bagTally(source, done), target: bagTally(target, doers) };
  const hits = (sides: typeof straight) => sides.source.matched + sides.target.matched;
  return hits(crossed) > hits(straight) ? crossed : straight;
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('plover_gsr', 'dev.jsonl');
  const rows = jsonLines<GsrRow>(file);
  const names = loadNames();
  const sentences = groupBy(rows, ({ text }) => text);
  const notes: string[] = [];
  const types: { gold: string[]; predicted: string[] }[] = [];
  const sides: { source: Tally; target: Tally }[] = [];
  for (const [text, golds] of sentences) {
    const [first] = golds;
    const date = first?.date ?? null;
    const document = textDocument(text, { id: first?.doc_id ?? '', published: date });
    const { sentences: parsed } = parse(text, { lang: 'en' });
    const context = { lang: 'en', countries: [], date };
    // Somebody without a code takes part by name, things do not.
    const codesOf: ActorCoder = (party) => {
      const code = names.cameoOf(party, context);
      return code !== null ? [code] : party.sector === 'unknown' ? [] : [party.text];
    };
    const reports = ownEvents(rules.code(document, parsed, names).reports);
    const events = manualEvents(reports, rules.dyads(document, parsed, names, codesOf));
    const predicted = events.map(({ type }) => type);
    types.push({ gold: golds.map(({ event_2021 }) => event_2021), predicted });
    for (const gold of golds) {
      const taken = events.find(({ type }) => type === gold.event_2021) ?? events[0];
      sides.push(sideTallies(gold, taken));
      if (!predicted.some((type) => type === gold.event_2021))
        notes.push(`  ${gold.event_2021} read as ${predicted.join(' ') || 'nothing'}: ${text.slice(0, 120)}`);
    }
  }
  const byLabel = talliesByLabel(types);
  return {
    bench: 'plover-gsr',
    data: file,
    rows: rows.length,
    figures: {
      category_f1: f1Of(sumOf(byLabel.values())),
      category_macro_f1: macroF1(byLabel),
      source_f1: f1Of(sumOf(sides.map(({ source }) => source))),
      target_f1: f1Of(sumOf(sides.map(({ target }) => target))),
    },
    peers: [],
    notes: [...notes, 'wanted and reached: category_f1 0.60, source_f1 0.65, target_f1 0.65'],
  };
}

const bench: Bench = {
  about: 'PLOVER types and parties of the gold standard records',
  floors: { category_f1: 0.72, source_f1: 0.77, target_f1: 0.62 },
  needsData: true,
  run,
};

export default bench;
