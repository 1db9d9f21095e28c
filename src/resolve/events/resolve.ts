import type { Assignment, Event, Report, Told } from '../../model/index.ts';
import { eachCandidate, sameTable } from './block.ts';
import { cluster, componentsOf, type Pair, type Task } from './cluster.ts';
import { score, scoreFrom, termsOf } from './compare.ts';
import { type Facts, factsReader } from './facts.ts';
import { Links } from './links.ts';
import { inOrder, merge, nearest } from './merge.ts';
import { type Judgement, type Rules, rulesOf } from './rules.ts';
import { resolver, weights } from './weights.ts';

/** Events of two reports or more, and why each of their reports stands there; every other report is an event alone. */
export interface Resolved {
  readonly events: readonly Event[];
  readonly assignments: readonly Assignment[];
}

/**
 * Joins reports that tell of one happening. Decisions of people, in the order of their making, stand above every score.
 * The order of `told` does not matter, and reports that no chain of links ties together do not either: resolving a part
 * that holds all links of its reports gives the same events as resolving everything.
 */
export function resolveEvents(told: readonly Told[], decisions: readonly Judgement[] = []): Resolved {
  const graph = graphOf(told, rulesOf(decisions));
  const events: Event[] = [];
  const assignments: Assignment[] = [];
  const linked = new Uint8Array(graph.size);
  for (const members of cluster(graph)) {
    for (const i of members) linked[i] = 1;
    if (members.length > 1 || graph.repeats.size > 0) add(members.flatMap(graph.all));
  }
  for (const i of [...graph.repeats.keys()].sort((a, b) => a - b)) if (linked[i] === 0) add(graph.all(i));
  return { events, assignments };

  function add(members: readonly Facts[]): void {
    if (members.length < 2) return;
    const event = merge(members);
    events.push(event);
    assignments.push(...assignmentsOf(inOrder(members), event, graph.rules));
  }
}

/** The reports that a chain of links or decisions ties to one of `to`, and these themselves. */
export function tiedTo(
  to: ReadonlySet<Report['id']>,
  told: readonly Told[],
  decisions: readonly Judgement[],
): Set<Report['id']> {
  const graph = graphOf(told, rulesOf(decisions));
  const tied = new Set(to);
  for (const part of componentsOf(graph).values()) {
    const ids = part.flatMap(graph.all).map(({ report }) => report.id);
    if (ids.some((id) => to.has(id))) for (const id of ids) tied.add(id);
  }
  return tied;
}

/** Reports as they are clustered: a row and the rows of its release that repeat it are compared as one. */
interface Graph extends Task {
  readonly rules: Rules;
  /** The reports of those members that stand for more than one. */
  readonly repeats: ReadonlyMap<number, readonly Facts[]>;
  readonly all: (member: number) => readonly Facts[];
}

function graphOf(told: readonly Told[], rules: Rules): Graph {
  const { facts, repeats } = withoutRepeats(told, rules);
  const of = (i: number) => facts[i] as Facts;
  const all = (i: number) => repeats.get(i) ?? [of(i)];
  const ids = (i: number) => all(i).map(({ report }) => report.id);
  const apart = (i: number, j: number) => {
    const rows = sameTable(of(i), of(j));
    if (!rules.any) return rows;
    return rows
      ? !ids(i).some((a) => ids(j).some((b) => rules.together(a, b)))
      : ids(i).some((a) => ids(j).some((b) => rules.apart(a, b)));
  };
  const links = new Links();
  eachCandidate(facts, (a, b) => {
    const bits = scoreFrom(of(a), of(b), weights.least);
    if (bits !== null && !apart(a, b)) links.add(a, b, bits);
  });
  return {
    size: facts.length,
    links,
    least: weights.least,
    score: (i, j) => score(of(i), of(j)),
    joined: rules.any
      ? joinedBy(
          rules,
          facts.map((_, i) => ids(i)),
        )
      : [],
    apart,
    rules,
    repeats,
    all,
  };
}

/** Pairs of members of which a person joined reports, the lower member first. */
function joinedBy(rules: Rules, idsOf: readonly (readonly Report['id'][])[]): Pair[] {
  const at = new Map(idsOf.flatMap((ids, i) => ids.map((id) => [id, i] as const)));
  return idsOf.flatMap((ids, i) =>
    ids.flatMap((id) =>
      rules.joined(id).flatMap((other) => {
        const j = at.get(other) ?? i;
        return i < j ? [[i, j] as const] : [];
      }),
    ),
  );
}

/** Rows that repeat another are one with it, unless a person holds them apart; members are in the order of their ids. */
function withoutRepeats(
  told: readonly Told[],
  rules: Rules,
): { readonly facts: Facts[]; readonly repeats: ReadonlyMap<number, Facts[]> } {
  const facts: Facts[] = [];
  const repeats = new Map<number, Facts[]>();
  const first = new Map<string, number>();
  for (const one of byId(told).map(factsReader())) {
    const { origin } = one.told;
    const key = origin.kind === 'dataset' && origin.repeats ? signature(one) : null;
    const same = key === null ? undefined : first.get(key);
    if (same !== undefined) {
      const all = repeats.get(same) ?? [facts[same] as Facts];
      if (!all.some(({ report }) => rules.apart(report.id, one.report.id))) {
        all.push(one);
        repeats.set(same, all);
        continue;
      }
    }
    if (key !== null) first.set(key, facts.length);
    facts.push(one);
  }
  return { facts, repeats };
}

const byId = (told: readonly Told[]): Told[] =>
  [...told].sort(({ report: a }, { report: b }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** What machine-coded rows repeat when two articles tell of one event: day, sides, act and place. */
function signature({ owner, report, first, last, place, doers, targets }: Facts): string {
  const sides = [doers, targets].map((side) => side.map(({ words }) => words.text));
  return JSON.stringify([owner, report.type, report.mode, first, last, place?.text ?? report.place?.text, sides]);
}

function assignmentsOf(members: readonly Facts[], event: Event, rules: Rules): Assignment[] {
  return members.map((one, i) => {
    const report = one.report.id;
    const others = members.filter((other) => other !== one);
    const decision = rules.any
      ? others.flatMap(({ report: { id } }) => rules.together(report, id) ?? [])[0]
      : undefined;
    const like = i === 0 ? null : nearest(one, others);
    if (like === null) return { report, event: event.id, like: null, score: null, terms: [], by: decision ?? resolver };
    const repeated = sameTable(one, like.other);
    const terms = repeated
      ? [{ name: 'repeat' as const, share: weights.repeat, why: 'the same day, sides, act and place' }]
      : termsOf(one, like.other);
    return {
      report,
      event: event.id,
      like: like.other.report.id,
      score: Math.round(terms.reduce((sum, { share }) => sum + share, 0) * 100) / 100,
      terms,
      by: decision ?? resolver,
    };
  });
}
