import type { Decision, Id, Report } from '../../model/index.ts';

/** What people decided about pairs of reports, the newest first: where two contradict each other the newer holds. */
export interface Rules {
  /** True when there is any. */
  readonly any: boolean;
  /** The decision that joins these two, or null. */
  together(a: Report['id'], b: Report['id']): Decision['id'] | null;
  /** True when a person holds these two apart. */
  apart(a: Report['id'], b: Report['id']): boolean;
  /** Reports that a decision joins with this one. */
  joined(report: Report['id']): readonly Report['id'][];
}

export type Judgement = Decision<'together'> | Decision<'apart'>;

/** Decisions as rules; given in the order of their making. */
export function rulesOf(decisions: readonly Judgement[]): Rules {
  const [joins, cuts] = [new Map<string, Decision['id']>(), new Set<string>()];
  const partners = new Map<string, Set<Report['id']>>();
  const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const eachPair = (left: readonly Id<'Report'>[], right: readonly Id<'Report'>[], work: (key: string) => void) => {
    for (const a of left) for (const b of right) if (a !== b) work(pair(a, b));
  };
  for (const decision of decisions) {
    if (decision.kind === 'together') {
      const { reports } = decision.data as Decision<'together'>['data'];
      eachPair(reports, reports, (key) => {
        joins.set(key, decision.id);
        cuts.delete(key);
      });
      for (const one of reports) {
        const others = partners.get(one) ?? new Set();
        for (const other of reports) if (other !== one) others.add(other);
        partners.set(one, others);
      }
    } else {
      const { groups } = decision.data as Decision<'apart'>['data'];
      groups.forEach((group, i) => {
        for (const other of groups.slice(i + 1))
          eachPair(group, other, (key) => {
            cuts.add(key);
            joins.delete(key);
          });
      });
    }
  }
  return {
    any: decisions.length > 0,
    together: (a, b) => joins.get(pair(a, b)) ?? null,
    apart: (a, b) => cuts.has(pair(a, b)),
    joined: (report) => [...(partners.get(report) ?? [])].filter((other) => joins.has(pair(report, other))),
  };
}
