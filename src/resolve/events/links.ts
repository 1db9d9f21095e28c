/** Links between two members and their bits, in columns: a million links are three arrays. */
export class Links {
  length = 0;
  #from = new Int32Array(64);
  #to = new Int32Array(64);
  #score = new Float64Array(64);

  add(a: number, b: number, score: number): void {
    const n = this.length++;
    if (n === this.#from.length) this.#grow(n * 2);
    this.#from[n] = a;
    this.#to[n] = b;
    this.#score[n] = score;
  }

  from(n: number): number {
    return this.#from[n] as number;
  }

  to(n: number): number {
    return this.#to[n] as number;
  }

  score(n: number): number {
    return this.#score[n] as number;
  }

  #grow(size: number): void {
    const [from, to, score] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    from.set(this.#from);
    to.set(this.#to);
    score.set(this.#score);
    [this.#from, this.#to, this.#score] = [from, to, score];
  }
}

/** Connected components of some of the numbers below `size` (union-find). */
export class Forest {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x < y) this.#parent[y] = x;
    else this.#parent[x] = y;
  }

  /** The least number of the component. */
  root(member: number): number {
    const parent = this.#parent;
    let at = member;
    for (let up = parent[at] as number; up !== at; up = parent[at] as number) {
      parent[at] = parent[up] as number;
      at = up;
    }
    return at;
  }

  /** Takes the components of some numbers apart. */
  part(members: Iterable<number>): void {
    for (const member of members) this.#parent[member] = member;
  }

  /** Components of ascending numbers by their least, each ascending. */
  parts(members: Iterable<number>): Map<number, number[]> {
    const parts = new Map<number, number[]>();
    for (const member of members) {
      const root = this.root(member);
      const part = parts.get(root);
      if (part === undefined) parts.set(root, [member]);
      else part.push(member);
    }
    return parts;
  }
}
