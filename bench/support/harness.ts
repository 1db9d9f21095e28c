import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What somebody else's tool reaches on the same data, and where that figure comes from. */
export interface Peer {
  readonly name: string;
  /** Name of the figure it stands beside. */
  readonly figure: string;
  readonly value: number;
  readonly origin: string;
}

export interface BenchOptions {
  /** Another file with the same columns; null: the development data. */
  readonly data: string | null;
  readonly lang: string | null;
  /** True for `npm run accept`: less of what takes minutes, held against the same floors. */
  readonly brief?: boolean;
}

export interface BenchResult {
  readonly bench: string;
  readonly data: string;
  readonly rows: number;
  /** Shares and F1 between 0 and 1; times in seconds unless the name says otherwise; null: undefined on this data. */
  readonly figures: Readonly<Record<string, number | null>>;
  readonly peers: readonly Peer[];
  /** Lines for people, printed above the figures. */
  readonly notes?: readonly string[];
  /** Figures by kind, for docs/accuracy.md. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** One benchmark: a file of this folder whose default export is this. */
export interface Bench {
  readonly about: string;
  /** Least value that `npm run accept` lets pass, by figure; `most` for figures where less is better. */
  readonly floors: Readonly<Record<string, number>>;
  readonly most?: Readonly<Record<string, number>>;
  /** Needs the data folder; false for those that make their own input. */
  readonly needsData: boolean;
  run(options: BenchOptions): Promise<BenchResult>;
}

const here = dirname(fileURLToPath(import.meta.url));

/** The development data beside the checkout, or null where there is none. */
export function dataFolder(): string | null {
  const folder = resolve(here, '..', '..', '..', 'shared', 'data');
  return existsSync(folder) ? folder : null;
}

/** Path of a development file; throws with the way out when the data are not there. */
export function developmentFile(...parts: string[]): string {
  const folder = dataFolder();
  if (folder === null) throw new Error('No development data at ../shared/data: give a file with --data FILE.');
  return join(folder, ...parts);
}

/** Names of the benchmarks: one file each in bench/, beside the two commands. */
export const benchNames: readonly string[] = readdirSync(join(here, '..'))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && file !== 'accept.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

export async function loadBench(name: string): Promise<Bench> {
  const module = (await import(`../${name}.ts`)) as { default: Bench };
  return module.default;
}
