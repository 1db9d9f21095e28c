import type { Id } from './id.ts';

/** Who publishes: not the doer of a deed (that is `Report.source`). */
export interface Source {
  readonly id: Id<'Source'>;
  readonly name: string;
  readonly type: 'press' | 'ngo' | 'igo' | 'state' | 'social' | 'dataset' | 'unknown';
}
