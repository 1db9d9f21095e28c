import { code, headOf } from '../src/code/index.ts';
import { languages } from '../src/lang/index.ts';
import {
  type Attribution,
  type Claim,
  type Estimate,
  type Participant,
  type Period,
  ploverTypes,
  type Report,
} from '../src/model/index.ts';
import { parse } from '../src/parse/index.ts';
import { loadNames } from '../src/resolve/index.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { f1, overlapOf, type Pair, pairUp, tokensOf } from './support/overlap.ts';
import { pairReports, spanOf, spansOf } from './support/pair-reports.ts';
import {
  documentOf,
  type GoldClaim,
  type GoldEvent,
  type Named,
  type ReportRow,
  readReportRows,
} from './support/reports-data.ts';

/** What one document adds to the figures. */
interface Scored {
  readonly row: ReportRow;
  readonly typed: Pair<GoldEvent, Report>[];
  readonly untyped: Pair<GoldEvent, Report>[];
  /** Predictions that count: without those that repeat an event which another prediction has. */
  readonly counted: { readonly typed: readonly Report[]; readonly untyped: readonly Report[] };
  readonly claims: Pair<GoldClaim, Claim>[];
  readonly claimed: readonly Claim[];
  readonly quiet: number;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

/** Head word in either language: the small words of one hardly ever occur in the other. */
const head = (text: string) => languages.reduce((rest, language) => headOf(rest, language), text);

function score(row: ReportRow, reports: readonly Report[], claims: readonly Claim[]): Scored {
  const tokens = tokensOf(row.text);
  const typed = pairReports(row, reports, (event, report) => event.type === report.type);
  const untyped = pairReports(row, reports, () => true);
  const quoted = new Map(row.claims.map((claim) => [claim, spansOf(row.text, claim.quote)]));
  return {
    row,
    typed: typed.pairs,
    untyped: untyped.pairs,
    counted: { typed: typed.counted, untyped: untyped.counted },
    claims: pairUp(
      row.claims,
      claims,
      (gold, claim) =>
        overlapOf(tokens, quoted.get(gold) ?? { start: -1, end: -1 }, spanOf(claim)) +
        (sameValue(gold, claim) ? 1e-6 : 0),
      (gold, claim) => gold.kind === claim.kind,
    ),
    claimed: claims,
    quiet: row.no_event.filter((quote) =>
      reports.every((report) => overlapOf(tokens, spansOf(row.text, quote), spanOf(report)) < 0.5),
    ).length,
  };
}

/** First and last day that a period may mean: the annotation writes a month as its days, the coder as a shorter prefix. */
const firstDay = (date: string | null | undefined) =>
  date == null ? null : date.length === 4 ? `${date}-01-01` : `${date}-01`.slice(0, 10);
function lastDay(date: string | null | undefined): string | null {
  if (date == null || date.length === 10) return date ?? null;
  const [year = '', month = '12'] = date.split('-');
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

const samePeriod = (a: Period | null, b: Period | null) =>
  firstDay(a?.from) === firstDay(b?.from) && lastDay(a?.to) === lastDay(b?.to);
const sameToll = (a: Estimate | null, b: Estimate | null) =>
  (a === null) === (b === null) && a?.low === b?.low && a?.best === b?.best;

function sameValue(gold: GoldClaim, claim: Claim): boolean {
  if (gold.percent !== null) return gold.percent === claim.percent;
  if (gold.factor !== null) return gold.factor === claim.factor;
  return (gold.value?.best ?? null) === (claim.value?.best ?? null);
}

const sameName = (gold: Named, name: string | null, text: string) =>
  (gold.name !== null && name !== null && fold(gold.name) === fold(name)) || fold(head(gold.text)) === fold(head(text));

function sameSpeaker(gold: Named | null, by: Attribution | null): boolean {
  if (gold === null || by === null) return gold === by;
  if (sameName(gold, by.name, by.text)) return true;
  // The annotation has the verb of saying with the speaker: "the defence ministry said", "a indiqué la mission".
  const speaker = fold(gold.text.replace(/^(according to|selon|d['’]après)\s+/i, ''));
  const said = fold(by.text);
  return (
    speaker.startsWith(`${said} `) ||
    speaker.endsWith(` ${said}`) ||
    speaker === said ||
    fold(head(speaker)) === fold(head(said))
  );
}

function parties(pairs: readonly Pair<GoldEvent, Report>[], side: 'source' | 'target'): number | null {
  let [hit, predicted, gold] = [0, 0, 0];
  for (const pair of pairs) {
    const left = [...pair.gold[side]];
    const named = distinct(pair.predicted[side]);
    predicted += named.length;
    gold += distinctNames(left);
    const names = new Set<string>();
    for (const participant of named) {
      const at = left.find(
        (party) => !names.has(party.name ?? party.text) && sameName(party, participant.actor, participant.text),
      );
      if (at === undefined) continue;
      names.add(at.name ?? at.text);
      hit += 1;
    }
  }
  return f1(hit, predicted, gold);
}

const distinct = (parties: readonly Participant[]) => [
  ...new Map(parties.map((party) => [party.actor ?? party.text, party])).values(),
];
const distinctNames = (parties: readonly Named[]) => new Set(parties.map(({ name, text }) => name ?? text)).size;

function samePlace(gold: GoldEvent['place'], place: Report['place']): boolean {
  if (gold === null || place === null) return gold === null && place === null;
  const sameName = gold.name !== null && fold(gold.name) === fold(place.name ?? place.text);
  const sameArea =
    gold.country !== null &&
    gold.admin1 !== null &&
    place.countries[0] === gold.country &&
    place.admin1 !== null &&
    fold(place.admin1) === fold(gold.admin1);
  return sameName || sameArea;
}

const share = <T>(items: readonly T[], good: (item: T) => boolean): number | null =>
  items.length === 0 ? null : items.filter(good).length / items.length;

function figuresOf(scored: readonly Scored[], suffix: string): Record<string, number | null> {
  const typed = scored.flatMap((s) => s.typed);
  const sum = (of: (s: Scored) => number) => scored.reduce((total, s) => total + of(s), 0);
  const gold = sum(({ row }) => row.events.length);
  const claims = scored.flatMap((s) => s.claims);
  const figures = {
    event_f1: f1(
      typed.length,
      sum((s) => s.counted.typed.length),
      gold,
    ),
    untyped_f1: f1(
      sum((s) => s.untyped.length),
      sum((s) => s.counted.untyped.length),
      gold,
    ),
    source_f1: parties(typed, 'source'),
    target_f1: parties(typed, 'target'),
    when: share(typed, ({ gold: g, predicted }) => samePeriod(g.when, predicted.when)),
    place: share(typed, ({ gold: g, predicted }) => samePlace(g.place, predicted.place)),
    killed: share(typed, ({ gold: g, predicted }) => sameToll(g.killed, predicted.killed)),
    injured: share(typed, ({ gold: g, predicted }) => sameToll(g.injured, predicted.injured)),
    status: share(typed, ({ gold: g, predicted }) => g.status === predicted.status),
    by: share(typed, ({ gold: g, predicted }) => sameSpeaker(g.by, predicted.by)),
    quiet:
      sum(({ row }) => row.no_event.length) === 0 ? null : sum((s) => s.quiet) / sum(({ row }) => row.no_event.length),
    claim_f1: f1(
      claims.length,
      sum((s) => s.claimed.length),
      sum(({ row }) => row.claims.length),
    ),
    claim_value: share(claims, ({ gold: g, predicted }) => sameValue(g, predicted)),
    claim_of: share(claims, ({ gold: g, predicted }) => g.of === predicted.of),
    claim_period: share(claims, ({ gold: g, predicted }) => samePeriod(g.period, predicted.period)),
    claim_by: share(claims, ({ gold: g, predicted }) => sameSpeaker(g.by, predicted.by)),
  };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name + suffix, value]));
}

/** Precision and recall of each type: users must see where the coder is weak. */
function typeTable(scored: readonly Scored[]): NonNullable<BenchResult['table']> {
  const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${Math.round((100 * part) / whole)} %`);
  const rows = ploverTypes.map((type) => {
    const count = (of: (s: Scored) => readonly { readonly type: string }[]) =>
      scored.reduce((n, s) => n + of(s).filter((event) => event.type === type).length, 0);
    const right = count((s) => s.typed.map(({ gold }) => gold));
    const [gold, coded] = [count(({ row }) => row.events), count((s) => s.counted.typed)];
    return [type, String(gold), String(coded), percent(right, coded), percent(right, gold)];
  });
  return { head: ['type', 'annotated', 'coded', 'precision', 'recall'], rows };
}

const shown = (period: Period | null) => (period === null ? 'none' : `${period.from}..${period.to}`);

/** What is wrong with the claims, a line each, for whoever mends the coder. */
function claimNotes(scored: readonly Scored[]): string[] {
  return scored.flatMap(({ row, claims, claimed }) => {
    const [golds, mine] = [new Set(claims.map(({ gold }) => gold)), new Set(claims.map(({ predicted }) => predicted))];
    return [
      ...row.claims.filter((claim) => !golds.has(claim)).map((c) => `  ${row.id} missed ${c.kind} ${c.of}: ${c.quote}`),
      ...claimed
        .filter((claim) => !mine.has(claim))
        .map((c) => `  ${row.id} too much ${c.kind} ${c.of} ${c.value?.best ?? ''}: ${c.provenance.quote}`),
      ...claims
        .filter(({ gold, predicted }) => !sameValue(gold, predicted) || gold.of !== predicted.of)
        .map(
          ({ gold, predicted }) =>
            `  ${row.id} ${gold.of} ${gold.value?.best} read as ${predicted.of} ${predicted.value?.best}: ${gold.quote}`,
        ),
      ...claims
        .filter(({ gold, predicted }) => !samePeriod(gold.period, predicted.period))
        .map(
          ({ gold, predicted }) =>
            `  ${row.id} period ${shown(gold.period)} read as ${shown(predicted.period)}: ${gold.quote}`,
        ),
      ...claims
        .filter(({ gold, predicted }) => !sameSpeaker(gold.by, predicted.by))
        .map(
          ({ gold, predicted }) =>
            `  ${row.id} speaker ${gold.by?.text ?? 'none'} read as ${predicted.by?.text ?? 'none'}: ${gold.quote}`,
        ),
    ];
  });
}

async function run({ data, lang }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('reports', 'reports.jsonl');
  const rows = readReportRows(file).filter(({ language }) => lang === null || language === lang);
  const names = loadNames();
  const scored = rows.map((row) => {
    const document = documentOf(row);
    const { reports, claims } = code(document, parse(row.text, { lang: row.language }).sentences, names);
    return score(row, reports, claims);
  });
  return {
    bench: 'reports',
    data: file,
    rows: rows.length,
    figures: {
      ...figuresOf(scored, ''),
      ...figuresOf(
        scored.filter(({ row }) => row.language === 'fr'),
        '_fr',
      ),
    },
    peers: [],
    notes: claimNotes(scored),
    table: typeTable(scored),
  };
}

const bench: Bench = {
  about: 'reports and claims of annotated conflict reports, English and French',
  floors: {
    event_f1: 0.82,
    untyped_f1: 0.86,
    source_f1: 0.82,
    target_f1: 0.74,
    when: 0.83,
    place: 0.78,
    killed: 0.92,
    status: 0.93,
    by: 0.88,
    claim_f1: 0.92,
    claim_value: 0.97,
    quiet: 0.97,
  },
  needsData: true,
  run,
};

export default bench;
