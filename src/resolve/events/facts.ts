import type { Estimate, Participant, Place, Report, Told } from '../../model/index.ts';
import { fold, nameWords } from '../../text/index.ts';
import { dayNumber, firstDay, lastDay } from '../../time/index.ts';

/** A folded name. A reader gives each name one object, so that names are compared by identity. */
export interface Name {
  readonly text: string;
  readonly hash: number;
}

/** A party as it is compared; the same party of two reports is one object. */
export interface Party {
  /** Name of the resolved actor; null: not resolved, or a name that says "unidentified". */
  readonly name: Name | null;
  /** Words without what stands in brackets. */
  readonly words: Name;
  readonly sector: Participant['sector'];
}

/** How closely a place is known: a point or settlement, a first-order area, a country or wider. */
export type Closeness = 'point' | 'admin1' | 'country';

/**
 * A report as it is compared with others: everything folded and counted once. Only facts of one {@link factsReader} are
 * compared.
 */
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
  /** Usual name, or the words where the gazetteer has none; null where no point is known. */
  readonly place: Name | null;
  readonly admin1: Name | null;
  /** WGS 84 degrees; NaN: not known. */
  readonly latitude: number;
  readonly longitude: number;
  readonly doers: readonly Party[];
  readonly targets: readonly Party[];
  /** True where the account gives the sides no direction. */
  readonly sides: boolean;
  readonly speaker: string | null;
  /** Hashes (signed 32 bits) of the content words of the quote, each once, ascending; empty for rows. */
  readonly words: readonly number[];
  readonly lang: string | null;
}

/** Shorter words carry grammar rather than content in English and French. */
const leastLetters = 4;

const noWords: readonly number[] = [];

function contentWords(quote: string): readonly number[] {
  const hashes: number[] = [];
  for (const { folded } of nameWords(quote))
    if (folded.length >= leastLetters && !startsWithDigit(folded)) hashes.push(hashOf(folded) | 0);
  hashes.sort((a, b) => a - b);
  return hashes.filter((hash, i) => hash !== hashes[i - 1]);
}

const startsWithDigit = (word: string) => word >= '0' && word < ':';

/** 32 bits of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function closenessOf(place: Place | null): Closeness | null {
  if (place === null) return null;
  if (place.precision === 'admin1') return 'admin1';
  if (place.precision === 'country' || place.precision === 'region') return 'country';
  return 'point';
}

/** The number that an estimate is compared by. */
export const central = (estimate: Estimate | null): number | null =>
  estimate === null ? null : (estimate.best ?? estimate.low ?? estimate.high);

/** First and last day of an ISO prefix, in days since 1970-01-01. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** Reads reports as facts; names and dates, which recur from report to report, are read once. */
export function factsReader(): (told: Told) => Facts {
  const folded = new Map<string, Name>();
  const nameOf = memo((text: string): Name => {
    const as = fold(text);
    const known = folded.get(as);
    if (known !== undefined) return known;
    const name = { text: as, hash: hashOf(as) };
    folded.set(as, name);
    return name;
  });
  const daysOf = memo((day: string): Days => ({ first: dayNumber(firstDay(day)), last: dayNumber(lastDay(day)) }));
  const parties = new Map<Name, Party[]>();
  const wordsOf = memo((text: string) =>
    nameOf(
      fold(text)
        .replace(/\s*\([^)]*\)/g, '')
        .replace(/^the /, ''),
    ),
  );
  const partyOf = ({ actor, text, sector }: Participant): Party => {
    const words = wordsOf(actor ?? text);
    const name = actor === null || words.text.startsWith('unidentified') ? null : nameOf(actor);
    const like = parties.get(words);
    const known = like?.find((party) => party.name === name && party.sector === sector);
    if (known !== undefined) return known;
    const party = { name, words, sector };
    if (like === undefined) parties.set(words, [party]);
    else like.push(party);
    return party;
  };
  return (told) => {
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
      first: from === null ? Number.NaN : daysOf(from).first,
      last: to === null ? Number.NaN : daysOf(to).last,
      published: published === null ? Number.NaN : daysOf(published).first,
      closeness,
      place: place === null || closeness !== 'point' ? null : nameOf(place.name ?? place.text),
      admin1: place?.admin1 == null ? null : nameOf(place.admin1),
      latitude: place?.latitude ?? Number.NaN,
      longitude: place?.longitude ?? Number.NaN,
      doers: report.source.map(partyOf),
      targets: report.target.map(partyOf),
      sides: report.target.length === 0 && report.source.length > 1,
      speaker: report.by === null ? null : fold(report.by.name ?? report.by.text),
      words: quote === '' ? noWords : contentWords(quote),
      lang: origin.kind === 'document' ? origin.lang : null,
    };
  };
}

function memo<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      known.set(text, value);
    }
    return value;
  };
}
