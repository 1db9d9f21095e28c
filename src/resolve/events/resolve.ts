import type { Assignment, Event, Report, Told } from '../../model/index.ts';
import { eachCandidate, sameTable } from './block.ts';
import { cluster, componentsOf, type Link } from './cluster.ts';
import { score, scoreFrom, termsOf } from './compare.ts';
import { type Facts, factsOf } from './facts.ts';
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
  const linked = new Set<number>();
  for (const cluster of clusters(graph)) {
    for (const i of cluster) linked.add(i);
    add(cluster.flatMap((i) => (graph.nodes[i] as Node).all));
  }
  graph.nodes.forEach(({ all }, i) => {
    if (!linked.has(i) && all.length > 1) add(all);
  });
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
  const { nodes, links, joined } = graphOf(told, rulesOf(decisions));
  const members = nodes.map((_, i) => i);
  const edges = [
    ...links.map(({ a, b }) => [a, b] as const),
    ...members.flatMap((a) => joined(a).map((b) => [a, b] as const)),
  ];
  const ids = (part: readonly number[]) => part.flatMap((i) => (nodes[i] as Node).all.map(({ report }) => report.id));
  return new Set(
    componentsOf(members, edges)
      .map(ids)
      .filter((part) => part.some((id) => to.has(id)))
      .flat(),
  );
}

/** Reports that are compared as one: a row, and the rows of its release that repeat it. */
interface Node {
  readonly facts: Facts;
  readonly all: readonly Facts[];
}

interface Graph {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly rules: Rules;
  joined(i: number): readonly number[];
  apart(i: number, j: number): boolean;
  score(i: number, j: number): number;
}

function graphOf(told: readonly Told[], rules: Rules): Graph {
  const nodes = withoutRepeats(told, rules);
  const facts = nodes.map((node) => node.facts);
  const of = (i: number) => facts[i] as Facts;
  const ids = (i: number) => (nodes[i] as Node).all.map(({ report }) => report.id);
  const apart = (i: number, j: number) =>
    sameTable(of(i), of(j))
      ? !ids(i).some((a) => ids(j).some((b) => rules.together(a, b)))
      : ids(i).some((a) => ids(j).some((b) => rules.apart(a, b)));
  const links: Link[] = [];
  eachCandidate(facts, (a, b) => {
    const bits = scoreFrom(of(a), of(b), weights.least);
    if (bits !== null && !apart(a, b)) links.push({ a, b, score: bits });
  });
  const at = rules.any
    ? new Map(nodes.flatMap((_, i) => ids(i).map((id) => [id, i] as const)))
    : new Map<string, number>();
  return {
    nodes,
    links,
    rules,
    joined: (i) => (rules.any ? ids(i).flatMap((id) => rules.joined(id).flatMap((other) => at.get(other) ?? [])) : []),
    apart,
    score: (i, j) => score(of(i), of(j)),
  };
}

function clusters({ nodes, links, joined, apart, score: bits }: Graph): number[][] {
  const members = new Set(links.flatMap(({ a, b }) => [a, b]));
  nodes.forEach((_, i) => {
    if (joined(i).length > 0) members.add(i);
  });
  const inTheirOrder = [...members].sort((a, b) => a - b);
  return cluster({ members: inTheirOrder, links, least: weights.least, score: bits, joined, apart });
}

/** Rows that repeat another are one with it, unless a person holds them apart; nodes are in the order of their ids. */
function withoutRepeats(told: readonly Told[], rules: Rules): Node[] {
  const facts = told.map(factsOf).sort((a, b) => (a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0));
  const nodes: { facts: Facts; all: Facts[] }[] = [];
  const first = new Map<string, { facts: Facts; all: Facts[] }>();
  for (const one of facts) {
    const { origin } = one.told;
    const key = origin.kind === 'dataset' && origin.repeats ? signature(one) : null;
    const same = key === null ? undefined : first.get(key);
    if (same !== undefined && !same.all.some(({ report }) => rules.apart(report.id, one.report.id))) {
      same.all.push(one);
      continue;
    }
    const node = { facts: one, all: [one] };
    nodes.push(node);
    if (key !== null) first.set(key, node);
  }
  return nodes;
}

/** What machine-coded rows repeat when two articles tell of one event: day, sides, act and place. */
function signature({ owner, report, first, last, place, doers, targets }: Facts): string {
  const sides = [doers, targets].map((side) => side.map(({ words }) => words));
  return JSON.stringify([owner, report.type, report.mode, first, last, place ?? report.place?.text, sides]);
}

function assignmentsOf(members: readonly Facts[], event: Event, rules: Rules): Assignment[] {
  return members.map((one, i) => {
    const report = one.report.id;
    const others = members.filter((other) => other !== one);
    const decision = others.flatMap(({ report: { id } }) => rules.together(report, id) ?? [])[0];
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
