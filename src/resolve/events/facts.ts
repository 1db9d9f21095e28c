import type { Estimate, Participant, Place, Report, Told } from '../../model/index.ts';
import { fold, nameWords } from '../../text/index.ts';
import { dayNumber, firstDay, lastDay } from '../../time/index.ts';

/** A party as it is compared. */
export interface Party {
  /** Folded name of the resolved actor; null: not resolved, or a name that says "unidentified". */
  readonly name: string | null;
  /** Folded words without what stands in brackets. */
  readonly words: string;
  readonly head: string;
  readonly sector: Participant['sector'];
}

/** How closely a place is known: a point or settlement, a first-order area, a country or wider. */
export type Closeness = 'point' | 'admin1' | 'country';

/** A report as it is compared with others: everything folded and counted once. */
export interface Facts {
  readonly told: Told;
  readonly report: Report;
  /** Document or data set: reports of one are not two tellings. */
  readonly owner: string;
  readonly row: boolean;
  /** First and last day that it may have been on, in days since 1970-01-01; NaN: not stated. */
  readonly first: number;
  readonly last: number;
  /** Day of publication; NaN: not known. */
  readonly published: number;
  readonly closeness: Closeness | null;
  /** Folded usual name, or the words where the gazetteer has none; null where no point is known. */
  readonly place: string | null;
  readonly admin1: string | null;
  /** WGS 84 degrees; NaN: not known. */
  readonly latitude: number;
  readonly longitude: number;
  readonly doers: readonly Party[];
  readonly targets: readonly Party[];
  /** True where the account gives the sides no direction. */
  readonly sides: boolean;
  readonly speaker: string | null;
  /** Hashes of the content words of the quote, each once, ascending; empty for rows. */
  readonly words: Uint32Array;
  readonly lang: string | null;
}

/** Shorter words carry grammar rather than content in English and French. */
const leastLetters = 4;

const noWords = new Uint32Array(0);

function contentWords(quote: string): Uint32Array {
  const words = nameWords(quote).filter(({ folded }) => folded.length >= leastLetters && !/^\d/.test(folded));
  return Uint32Array.from(new Set(words.map(({ folded }) => hashOf(folded)))).sort();
}

/** 32 bits of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const party = ({ actor, text, head, sector }: Participant): Party => {
  const named = fold(actor ?? text)
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/^the /, '');
  return {
    name: actor === null || named.startsWith('unidentified') ? null : fold(actor),
    words: named,
    head: fold(head),
    sector,
  };
};

function closenessOf(place: Place | null): Closeness | null {
  if (place === null) return null;
  if (place.precision === 'admin1') return 'admin1';
  if (place.precision === 'country' || place.precision === 'region') return 'country';
  return 'point';
}

/** The number that an estimate is compared by. */
export const central = (estimate: Estimate | null): number | null =>
  estimate === null ? null : (estimate.best ?? estimate.low ?? estimate.high);

export function factsOf(told: Told): Facts {
  const { report, origin } = told;
  const { when, place, provenance } = report;
  const from = when?.from ?? when?.to ?? null;
  const to = when?.to ?? when?.from ?? null;
  const published = origin.kind === 'document' ? (origin.published?.from ?? null) : null;
  const closeness = closenessOf(place);
  const quote = provenance.kind === 'sentence' ? provenance.quote : '';
  return {
    told,
    report,
    owner: origin.kind === 'document' ? origin.id : origin.name,
    row: origin.kind === 'dataset',
    first: from === null ? Number.NaN : dayNumber(firstDay(from)),
    last: to === null ? Number.NaN : dayNumber(lastDay(to)),
    published: published === null ? Number.NaN : dayNumber(firstDay(published)),
    closeness,
    place: place === null || closeness !== 'point' ? null : fold(place.name ?? place.text),
    admin1: place?.admin1 == null ? null : fold(place.admin1),
    latitude: place?.latitude ?? Number.NaN,
    longitude: place?.longitude ?? Number.NaN,
    doers: report.source.map(party),
    targets: report.target.map(party),
    sides: report.target.length === 0 && report.source.length > 1,
    speaker: report.by === null ? null : fold(report.by.name ?? report.by.text),
    words: quote === '' ? noWords : contentWords(quote),
    lang: origin.kind === 'document' ? origin.lang : null,
  };
}
