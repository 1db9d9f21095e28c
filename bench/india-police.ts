import type { Report } from '../src/model/index.ts';
import { loadNames } from '../src/resolve/index.ts';
import { jsonLines, reportsIn, spanOf } from './support/coding.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { f1Of, groupBy, rankCorrelation, talliesByLabel } from './support/scores.ts';

const labels = ['KILL', 'ARREST', 'FAIL', 'FORCE', 'ANY_ACTION'] as const;
type Label = (typeof labels)[number];

interface PoliceRow {
  readonly doc_id: string;
  readonly date: string;
  readonly labels: readonly string[];
  readonly sents: readonly { readonly text: string; readonly labels: readonly string[] }[];
}

const acts = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'AID', 'RETREAT', 'SANCTION', 'THREATEN']);

const police = ({ source }: Report) =>
  source.some(({ sector, head }) => sector === 'police' || /police|^cops?$|^constables?$/i.test(head));

/**
 * Labels of a report about the police. ARREST needs no doer, since arrests are made by the police; FORCE is ASSAULT by
 * them, KILL one with dead; ANY_ACTION each material act of theirs. FAIL, the police not acting, is REJECT by them or
 * ACCUSE against them: PLOVER has no word for an omission.
 */
export function labelsOf(report: Report): Label[] {
  if (report.status === 'denied' || report.status === 'hypothetical') return [];
  const { type, mode, killed, source, target } = report;
  const byPolice = police(report);
  if (type === 'COERCE' && mode === 'arrest' && (byPolice || source.length === 0)) return ['ARREST', 'ANY_ACTION'];
  if (type === 'ACCUSE' && target.some(({ sector }) => sector === 'police')) return ['FAIL'];
  if (!byPolice) return [];
  if (type === 'REJECT') return ['FAIL'];
  if (type === 'ASSAULT')
    return (killed?.best ?? killed?.low ?? 0) > 0 ? ['KILL', 'FORCE', 'ANY_ACTION'] : ['FORCE', 'ANY_ACTION'];
  return acts.has(type) ? ['ANY_ACTION'] : [];
}

/** Labels of each sentence: those of the reports that begin in it. Each stands as a paragraph, as the set cuts them. */
export function labelSentences(
  sentences: readonly string[],
  reportsOf: (text: string) => readonly Report[],
): Set<Label>[] {
  const gap = '\n\n';
  const starts: number[] = [];
  let text = '';
  for (const sentence of sentences) {
    starts.push(text.length);
    text += sentence.replace(/\s+/g, ' ').trim() + gap;
  }
  const found = sentences.map(() => new Set<Label>());
  for (const report of reportsOf(text)) {
    const at = starts.findLastIndex((start) => start <= spanOf(report).start);
    for (const label of labelsOf(report)) found[at]?.add(label);
  }
  return found;
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('india_police', 'dev.jsonl');
  const rows = jsonLines<PoliceRow>(file);
  const names = loadNames();
  const coded = rows.map((row) => {
    const sentences = labelSentences(
      row.sents.map(({ text }) => text),
      (text) => reportsIn(text, { id: row.doc_id, published: row.date }, names),
    );
    return { row, sentences, document: [...new Set(sentences.flatMap((set) => [...set]))] };
  });
  const bySentence = talliesByLabel(
    coded.flatMap(({ row, sentences }) =>
      row.sents.map(({ labels: gold }, at) => ({ gold, predicted: [...(sentences[at] ?? [])] })),
    ),
  );
  const byDocument = talliesByLabel(coded.map(({ row, document }) => ({ gold: row.labels, predicted: document })));
  const nothing = { matched: 0, predicted: 0, gold: 0 };
  const figures: Record<string, number | null> = {};
  for (const label of labels) {
    figures[`${label.toLowerCase()}_sentence_f1`] = f1Of(bySentence.get(label) ?? nothing);
    figures[`${label.toLowerCase()}_document_f1`] = f1Of(byDocument.get(label) ?? nothing);
  }
  const days = [...groupBy(coded, ({ row }) => row.date).values()];
  const ranks = labels.map((label) =>
    rankCorrelation(
      days.map((day) => day.filter(({ row }) => row.labels.includes(label)).length),
      days.map((day) => day.filter(({ document }) => document.includes(label)).length),
    ),
  );
  return {
    bench: 'india-police',
    data: file,
    rows: rows.length,
    figures: {
      ...figures,
      daily_rank_correlation: ranks.reduce<number>((sum, rank) => sum + (rank ?? 0), 0) / labels.length,
    },
    peers: [],
    notes: [
      `daily_rank_correlation: mean over the labels of Spearman's rho of documents a day: ${labels
        .map((label, at) => `${label} ${ranks[at]?.toFixed(2) ?? 'never varies, taken as 0'}`)
        .join(', ')}`,
    ],
  };
}

const bench: Bench = {
  about: 'police actions told from Reports, Times of India, Gujarat 2002',
  floors: {},
  needsData: true,
  run,
};

export default bench;
