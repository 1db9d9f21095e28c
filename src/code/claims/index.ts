import type { Attribution, Claim, Measure, Period, Place, Span } from '../../model/index.ts';
import { makeId } from '../../text/index.ts';
import { periodsOverlap } from '../../time/index.ts';
import { type Saying, sayingOf } from '../attribution.ts';
import type { Reading, Time } from '../reading.ts';
import type { Tally } from '../victims.ts';
import { placeNear } from '../where.ts';
import { actorOf } from './actor.ts';
import { changesOf } from './changes.ts';
import { countsOf } from './counts.ts';
import { isLong } from './cues.ts';
import type { Finding, Memory } from './finding.ts';
import { faded, goesOn, remembered, speaksOn } from './memory.ts';
import { monthsBack, periodOf, sinceThen, timesOfDeed } from './period.ts';
import { clausesOf, type Words } from './quote.ts';
import { type Turning, turningFor, turningPhrases } from './since.ts';
import { standingsOf, withPlace } from './versus.ts';

export { type Memory, nothingYet } from './finding.ts';

interface Read {
  readonly claims: readonly Claim[];
  /** Numbers that are part of a claim: no report counts them. */
  readonly taken: ReadonlySet<Tally>;
  readonly memory: Memory;
}

/** What all claims of a sentence share. */
interface Scene {
  readonly reading: Reading;
  readonly sayings: readonly Saying[];
  readonly turning: readonly Turning[];
  readonly times: readonly Time[];
  readonly memory: Memory;
  readonly clauses: readonly Words[];
  readonly elsewhere: () => Place | null;
  readonly coder: string;
}

/** Reads the claims of one sentence; `memory` is what the sentences before it were about. */
export function claimsOf(
  reading: Reading,
  tallies: readonly Tally[],
  sayings: readonly Saying[],
  memory: Memory,
  elsewhere: () => Place | null,
  coder: string,
): Read {
  const counts = countsOf(reading, tallies, memory);
  const changes = changesOf(reading, counts, memory).map((change) => withPlace(reading, change));
  const findings = withoutDoubles(counts, [...changes, ...standingsOf(reading)]);
  if (findings.length === 0) return { claims: [], taken: new Set(), memory: faded(reading, memory) };
  const scene: Scene = {
    reading,
    sayings,
    turning: turningPhrases(reading),
    times: timesOfDeed(reading, sayings),
    memory,
    clauses: clausesOf(reading, findings, sayings),
    elsewhere,
    coder,
  };
  const claims: Claim[] = [];
  let before: Period | null = null;
  findings.forEach((finding, i) => {
    const time = timeOf(scene, finding, scene.clauses[i] ?? finding, before);
    before = time.shared;
    claims.push(claimOf(scene, finding, i, time));
  });
  const taken = new Set(
    tallies.filter((tally) => findings.some((f) => f.from <= tally.quantity.from && tally.quantity.next <= f.next)),
  );
  return { claims, taken, memory: remembered(reading, memory, findings, claims) };
}

/** Counts and changes in the order of the text; an endpoint of a change is no count of its own. */
function withoutDoubles(counts: readonly Finding[], changes: readonly Finding[]): Finding[] {
  const held = (count: Finding) => changes.some((change) => change.from <= count.from && count.next <= change.next);
  return [...counts.filter((count) => !held(count)), ...changes].sort((a, b) => a.from - b.from || a.next - b.next);
}

interface Timing {
  readonly period: Period | null;
  readonly baseline: Period | null;
  readonly since: Turning | null;
  /** A span that holds for the following claims of the sentence as well. */
  readonly shared: Period | null;
}

function timeOf(scene: Scene, finding: Finding, clause: Words, before: Period | null): Timing {
  const { reading, times, memory, clauses } = scene;
  const since = turningFor(reading, scene.turning, clause, clauses.length, times);
  const change = finding.kind !== 'count';
  const outside = (t: Time) => since === null || t.beside !== null || t.from < since.from || t.next > since.next;
  const free = change ? times.filter(outside) : times;
  const against = change && finding.versus === undefined ? comparedWith(reading, free, finding) : null;
  const stated = free.filter((t) => t.period !== against && t.period !== finding.baseline);
  const told = finding.ofHappening ? memory.happening : null;
  const lasted = change ? null : (sinceThen(reading, since) ?? monthsBack(reading, finding));
  const own =
    lasted ??
    periodOf(
      stated,
      clause,
      clauses.filter((other) => other !== clause),
      local.has(finding.of) && finding.of !== 'personnel',
    );
  const exact = finding.value?.best != null || change;
  const carried = before ?? (exact && goesOn(reading, memory) ? memory.period : null);
  const startsAt = !change ? finding.baseline : null;
  // "the previous six months" counts from the span itself, not from publication: better no baseline than a wrong one.
  const period = finding.period ?? startsAt ?? own ?? carried;
  const versus = against !== null && period !== null && periodsOverlap(against, period) ? null : against;
  const baseline = change
    ? finding.versus !== undefined
      ? null
      : (finding.baseline ?? versus ?? (memory.open && times.length === 0 ? memory.baseline : null))
    : null;
  const shared = own !== null && (lasted !== null || stated.some(isLong)) && !change ? own : null;
  return { period: told ?? period, baseline, since, shared };
}

/** Measures of what happens somewhere; accounts and money are nowhere unless it is said. */
const local: ReadonlySet<Measure> = new Set([
  'events',
  'fatalities',
  'civilianFatalities',
  'injured',
  'displaced',
  'personnel',
]);

function claimOf(scene: Scene, finding: Finding, index: number, { period, baseline, since }: Timing): Claim {
  const { reading, sayings, memory } = scene;
  const clause = scene.clauses[index] ?? finding;
  const span = reading.spanOf(clause.from, clause.next);
  const quote = reading.document.text.slice(span.start, span.end);
  const saying = sayingOf(sayings, finding.from, finding.next);
  const by: Attribution | null = saying?.by ?? (speaksOn(reading, memory, finding) ? memory.by : null);
  const spoken = sayings.map(({ from, next }) => reading.spanOf(from, next));
  const happens = local.has(finding.of) && reading.places().length === 0;
  return {
    id: idOf(reading, span, finding, index),
    kind: finding.kind,
    of: finding.of,
    value: finding.value,
    unit: finding.unit,
    per: finding.per,
    percent: finding.percent,
    factor: finding.factor,
    size: finding.size,
    direction: finding.direction,
    period,
    baseline,
    since: since?.phrase ?? null,
    ...(finding.versus === undefined ? {} : { versus: finding.versus }),
    place: placeBeside(reading, finding) ?? placeNear(reading, span, spoken) ?? (happens ? scene.elsewhere() : null),
    actor: actorOf(reading, span, since === null ? spoken : [...spoken, since.phrase.span]),
    onCivilians: finding.onCivilians,
    by,
    provenance: {
      kind: 'sentence',
      document: reading.document.id,
      span,
      quote,
      coder: scene.coder,
      score: scoreOf(finding, saying),
    },
  };
}

/** Of two places that are compared, the one that is not behind the comparison. */
function placeBeside(reading: Reading, { versus }: Finding): Place | null {
  if (versus?.kind !== 'place') return null;
  const { text } = versus.place;
  return reading.places().find(({ place }) => place.text !== text && place.countries.length > 0)?.place ?? null;
}

function idOf(reading: Reading, { start, end }: Span, { kind, of, value, size, percent }: Finding, index: number) {
  const said = JSON.stringify([value, size, percent]);
  return makeId<'Claim'>('claim', reading.document.id, start, end, index, kind, of, said);
}

/** "compared with the last quarter of 2019", "against 770 in 2016": the time behind the word of comparison. */
function comparedWith(reading: Reading, times: readonly Time[], finding: Finding): Period | null {
  const versus = reading.marks.find(
    ({ role, from }) => role === 'versus' && from >= finding.from && from < finding.next + 6,
  );
  if (versus === undefined) return multipliedTime(reading, times, finding);
  return times.find(({ from }) => from >= versus.from && from < versus.next + 6)?.period ?? null;
}

/** "more than double the 2022 figure": the time of the figure that is multiplied. */
function multipliedTime(reading: Reading, times: readonly Time[], { kind, next }: Finding): Period | null {
  if (kind !== 'comparison') return null;
  const time = times.find(({ from }) => from >= next && from <= next + 1);
  return time !== undefined && reading.mark(time.next, 'figure') !== null ? time.period : null;
}

/** How sure the coder is: a change with its size, a count with a speaker, a bare count. */
function scoreOf(finding: Finding, saying: Saying | null): number {
  const base = finding.kind !== 'count' && finding.size !== null ? 0.8 : finding.kind === 'count' ? 0.7 : 0.5;
  return saying === null ? base : base + 0.1;
}
