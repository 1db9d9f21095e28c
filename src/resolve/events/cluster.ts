/** A component of the graph of links, larger than this, is taken apart by asking for stronger links. */
const largest = 400;
/** Bits by which links are asked to be stronger in a component that is too large. */
const firmer = 1;

/** A link between two members. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface Task {
  /** Members with a link or a decision, in their order; who has neither is a cluster alone. */
  readonly members: readonly number[];
  /** Candidate pairs of at least `least` bits. */
  readonly links: readonly Link[];
  readonly least: number;
  /** Bits of any two members, also of those that share no block. */
  score(a: number, b: number): number;
  /** Members that a person joined with this one. */
  joined(member: number): readonly number[];
  apart(a: number, b: number): boolean;
}

/**
 * Clusters members by average linkage (Sokal & Michener 1958): two clusters are joined while the mean over all their
 * pairs reaches `least`, so that a chain of like pairs does not tie unlike ends together. What must be together begins
 * together; what is held apart is never joined. Each cluster is in the order of its members.
 */
export function cluster(task: Task): number[][] {
  return componentsOf(task.members, [
    ...decided(task.members, task),
    ...task.links.map(({ a, b }) => [a, b] as const),
  ]).flatMap((members) => clustersOf(members, task, task.least));
}

/** Pairs that decisions join, the lower member first. */
const decided = (members: readonly number[], task: Task): (readonly [number, number])[] =>
  members.flatMap((a) => task.joined(a).flatMap((b) => (a < b ? [[a, b] as const] : [])));

function clustersOf(members: readonly number[], task: Task, least: number): number[][] {
  if (members.length === 1) return [[...members]];
  if (members.length <= largest) return averageLinkage(members, task);
  const within = new Set(members);
  const strong = task.links.filter(({ a, b, score }) => within.has(a) && within.has(b) && score >= least + firmer);
  const parts = componentsOf(members, [...decided(members, task), ...strong.map(({ a, b }) => [a, b] as const)]);
  // Only decisions hold a part together that no stronger link does.
  if (parts.length === 1 && strong.length === 0) return averageLinkage(members, task);
  return parts.flatMap((part) => clustersOf(part, task, least + firmer));
}

/** Connected components, each in the order of its members. */
export function componentsOf(members: readonly number[], edges: readonly (readonly [number, number])[]): number[][] {
  const parent = new Map(members.map((member) => [member, member]));
  const root = (member: number): number => {
    let at = member;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const [a, b] of edges) {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent.set(Math.max(x, y), Math.min(x, y));
  }
  const parts = new Map<number, number[]>();
  for (const member of members) {
    const top = root(member);
    const part = parts.get(top);
    if (part === undefined) parts.set(top, [member]);
    else part.push(member);
  }
  return [...parts.values()];
}

function averageLinkage(members: readonly number[], task: Task): number[][] {
  const clusters: (number[] | null)[] = begun(members, task);
  const n = clusters.length;
  // Sums of bits between clusters; what is held apart is minus infinity and stays so in every sum.
  const sums = clusters.map((a, i) =>
    Float64Array.from(clusters, (b, j) => (i < j && a !== null && b !== null ? between(a, b, task) : 0)),
  );
  const sum = (i: number, j: number) => (sums[Math.min(i, j)] as Float64Array)[Math.max(i, j)] as number;
  for (;;) {
    let [most, x, y] = [task.least, -1, -1];
    for (let i = 0; i < n; i++) {
      const a = clusters[i];
      if (!a) continue;
      for (let j = i + 1; j < n; j++) {
        const b = clusters[j];
        if (!b) continue;
        const mean = sum(i, j) / (a.length * b.length);
        if (mean > most || (mean === most && x === -1)) [most, x, y] = [mean, i, j];
      }
    }
    if (x === -1) break;
    const [a, b] = [clusters[x] as number[], clusters[y] as number[]];
    for (let k = 0; k < n; k++)
      if (k !== x && k !== y && clusters[k])
        (sums[Math.min(x, k)] as Float64Array)[Math.max(x, k)] = sum(x, k) + sum(y, k);
    clusters[x] = [...a, ...b].sort((p, q) => p - q);
    clusters[y] = null;
  }
  return clusters.filter((one): one is number[] => one !== null);
}

const between = (a: readonly number[], b: readonly number[], task: Task): number => {
  let sum = 0;
  for (const i of a) for (const j of b) sum += task.apart(i, j) ? Number.NEGATIVE_INFINITY : task.score(i, j);
  return sum;
};

/** Members by themselves, but for those that must be together: joined in order, as long as nothing holds them apart. */
function begun(members: readonly number[], task: Task): number[][] {
  const of = new Map(members.map((member) => [member, [member]]));
  for (const [a, b] of decided(members, task)) {
    const [left, right] = [of.get(a), of.get(b)];
    if (left === undefined || right === undefined || left === right) continue;
    if (left.some((i) => right.some((j) => task.apart(i, j)))) continue;
    left.push(...right);
    left.sort((p, q) => p - q);
    for (const member of right) of.set(member, left);
  }
  return [...new Set(of.values())];
}
