import { Forest, type Links } from './links.ts';

/** A component of the graph of links, larger than this, is taken apart by asking for stronger links. */
const largest = 400;
/** Bits by which links are asked to be stronger in a component that is too large. */
const firmer = 1;

export interface Task {
  /** Members are the numbers below; who has neither link nor decision is a cluster alone and not given back. */
  readonly size: number;
  /** Candidate pairs of at least `least` bits. */
  readonly links: Links;
  readonly least: number;
  /** Bits of any two members, also of those that share no block. */
  score(a: number, b: number): number;
  /** Pairs that a person joined, the lower member first. */
  readonly joined: readonly Pair[];
  apart(a: number, b: number): boolean;
}

export type Pair = readonly [number, number];

/**
 * Clusters members by average linkage (Sokal & Michener 1958): two clusters are joined while the mean over all their
 * pairs reaches `least`, so that a chain of like pairs does not tie unlike ends together. What must be together begins
 * together; what is held apart is never joined. Each cluster is in the order of its members.
 */
export function cluster(task: Task): number[][] {
  const { links, joined } = task;
  const forest = new Forest(task.size);
  const parts = componentsOf(task, forest);
  const large = new Map<number, number[]>();
  for (const [root, members] of parts) if (members.length > largest) large.set(root, []);
  if (large.size > 0) for (let n = 0; n < links.length; n++) large.get(forest.root(links.from(n)))?.push(n);
  const decided = byRoot(joined, ([a]) => forest.root(a));
  const linkage = averageLinkage(task);
  return [...parts].flatMap(([root, members]) =>
    clustersOf({ members, links: large.get(root) ?? [], joined: decided.get(root) ?? [] }, task.least),
  );

  function clustersOf(part: Part, least: number): number[][] {
    const { members } = part;
    if (members.length === 1) return [[...members]];
    if (members.length <= largest) return linkage(part);
    const strong = part.links.filter((n) => links.score(n) >= least + firmer);
    forest.part(members);
    for (const n of strong) forest.join(links.from(n), links.to(n));
    for (const [a, b] of part.joined) forest.join(a, b);
    const smaller = forest.parts(members);
    // Only decisions hold a part together that no stronger link does.
    if (smaller.size === 1 && strong.length === 0) return linkage(part);
    const linksOf = byRoot(strong, (n) => forest.root(links.from(n)));
    const joinedOf = byRoot(part.joined, ([a]) => forest.root(a));
    return [...smaller].flatMap(([root, members]) =>
      clustersOf({ members, links: linksOf.get(root) ?? [], joined: joinedOf.get(root) ?? [] }, least + firmer),
    );
  }
}

/** A component. */
interface Part {
  readonly members: readonly number[];
  /** Numbers of its links; empty where it is small. */
  readonly links: readonly number[];
  readonly joined: readonly Pair[];
}

/** The components that links and decisions make, by their least member, each ascending; who stands alone is left out. */
export function componentsOf(
  { size, links, joined }: Pick<Task, 'size' | 'links' | 'joined'>,
  forest = new Forest(size),
): Map<number, number[]> {
  const linked = new Uint8Array(size);
  const join = (a: number, b: number) => {
    forest.join(a, b);
    linked[a] = linked[b] = 1;
  };
  for (let n = 0; n < links.length; n++) join(links.from(n), links.to(n));
  for (const [a, b] of joined) join(a, b);
  const members: number[] = [];
  for (let i = 0; i < size; i++) if (linked[i] === 1) members.push(i);
  return forest.parts(members);
}

function byRoot<T>(all: readonly T[], rootOf: (one: T) => number): Map<number, T[]> {
  const parts = new Map<number, T[]>();
  for (const one of all) {
    const root = rootOf(one);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [one]);
    else part.push(one);
  }
  return parts;
}

/** Clusters the members of one part after the other. */
function averageLinkage(task: Task): (part: Part) => number[][] {
  // Sums of bits between clusters i < j, in row i; what is held apart is minus infinity and stays so in every sum.
  let sums = new Float64Array(64);
  return (part) => {
    const clusters: (number[] | null)[] = begun(part, task);
    const n = clusters.length;
    const cell = (i: number, j: number) => Math.min(i, j) * n + Math.max(i, j);
    if (sums.length < n * n) sums = new Float64Array(n * n);
    clusters.forEach((a, i) => {
      for (let j = i + 1; j < n; j++) sums[i * n + j] = between(a as number[], clusters[j] as number[], task);
    });
    // For each cluster that of those after it which it is most like, the first of equals, and the mean of bits; -1: none.
    const like = new Int32Array(n);
    const means = new Float64Array(n);
    const look = (i: number) => {
      like[i] = -1;
      const a = clusters[i];
      if (!a) return;
      for (let j = i + 1; j < n; j++) {
        const b = clusters[j];
        if (b) offer(i, j, (sums[i * n + j] as number) / (a.length * b.length));
      }
    };
    const offer = (i: number, j: number, mean: number) => {
      const best = like[i] === -1 ? Number.NEGATIVE_INFINITY : (means[i] as number);
      if (mean < task.least || mean < best || (mean === best && j > (like[i] as number))) return;
      like[i] = j;
      means[i] = mean;
    };
    for (let i = 0; i < n; i++) look(i);
    for (;;) {
      let x = -1;
      for (let i = 0; i < n; i++)
        if (like[i] !== -1 && (x === -1 || (means[i] as number) > (means[x] as number))) x = i;
      if (x === -1) break;
      const y = like[x] as number;
      for (let k = 0; k < n; k++)
        if (k !== x && k !== y) sums[cell(x, k)] = (sums[cell(x, k)] as number) + (sums[cell(y, k)] as number);
      const both = [...(clusters[x] as number[]), ...(clusters[y] as number[])].sort((p, q) => p - q);
      clusters[x] = both;
      clusters[y] = null;
      like[y] = -1;
      look(x);
      for (let i = 0; i < y; i++) {
        const a = clusters[i];
        if (!a || i === x) continue;
        if (like[i] === y || like[i] === x) look(i);
        else if (i < x) offer(i, x, (sums[i * n + x] as number) / (a.length * both.length));
      }
    }
    return clusters.filter((one): one is number[] => one !== null);
  };
}

const between = (a: readonly number[], b: readonly number[], task: Task): number => {
  let sum = 0;
  for (const i of a) for (const j of b) sum += task.apart(i, j) ? Number.NEGATIVE_INFINITY : task.score(i, j);
  return sum;
};

/** Members by themselves, but for those that must be together: joined in order, as long as nothing holds them apart. */
function begun({ members, joined }: Part, task: Task): number[][] {
  if (joined.length === 0) return members.map((member) => [member]);
  const of = new Map(members.map((member) => [member, [member]]));
  for (const [a, b] of joined) {
    const [left, right] = [of.get(a), of.get(b)];
    if (left === undefined || right === undefined || left === right) continue;
    if (left.some((i) => right.some((j) => task.apart(i, j)))) continue;
    left.push(...right);
    left.sort((p, q) => p - q);
    for (const member of right) of.set(member, left);
  }
  return [...new Set(of.values())];
}
