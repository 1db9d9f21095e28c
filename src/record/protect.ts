import {
  type Claim,
  type Decision,
  overlaps,
  type Participant,
  type Place,
  type Profile,
  profiles,
  type Report,
  type Restricted,
} from '../model/index.ts';
import { fold } from '../text/index.ts';

/** What was withheld, by kind; nothing of it is named. */
export interface Withheld {
  /** Reports and claims that are left out whole. */
  reports: number;
  claims: number;
  /** Names that a sector stands for, places that their division or country stands for, texts that are left out. */
  names: number;
  places: number;
  texts: number;
}

export interface Protection {
  readonly withheld: Withheld;
  /** The report as the profile may see it; null: not at all. */
  report(report: Report): Report | null;
  claim(claim: Claim): Claim | null;
  /** Any text as the profile may see it; null: it gives something away. */
  text(text: string): string | null;
  /** A name that has to stay different from others, as an id or a key: another one where it gives something away. */
  id(id: string): string;
}

/** What stands where a text is withheld. */
export const withheldMark = '[withheld]';

/** Shortest sentence of a protected passage that gives it away by itself, in characters. */
const tellingSentence = 20;
/** Names shorter than this are looked for as words, longer ones anywhere, across blanks and hyphens too. */
const shortName = 5;
/** Degrees within which a point is that of a protected place: about a kilometre. */
const samePoint = 0.01;

/** Letters and digits only, case and accents set aside: "Al-Qaïda" and "alqaida" are one. */
const squeeze = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
/** The same as words, a blank on either side of each. */
const words = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/**
 * What people restricted, laid over what leaves the record for a profile. Reports and claims of a protected document or
 * passage are left out; a protected actor is a sector, a protected place its division or country without coordinates; a
 * text that has a protected string in it, in any spelling, is withheld wherever it stands.
 */
export function protectionOf(decisions: readonly Decision<'restrict'>[], profile: Profile): Protection {
  const hidden = decisions
    .filter(({ data }) => profiles.indexOf(data.profile) > profiles.indexOf(profile))
    .map(({ data }) => data.what);
  const tells = teller(hidden.flatMap(stringsOf));
  const documents = new Set(hidden.flatMap(({ kind, document }) => (kind === 'document' ? [document] : [])));
  const passages = hidden.filter(({ kind }) => kind === 'passage');
  const points = hidden.flatMap((what) => what.points);
  const withheld: Withheld = { reports: 0, claims: 0, names: 0, places: 0, texts: 0 };
  const ids = new Map<string, string>();

  const leftOut = ({ provenance }: Report | Claim): boolean =>
    provenance.kind === 'sentence' &&
    (documents.has(provenance.document) ||
      passages.some(
        ({ document, span }) => document === provenance.document && span !== null && overlaps(span, provenance.span),
      ));

  const party = (of: Participant): Participant => {
    if (!tells(of.text) && !tells(of.head) && !(of.actor !== null && tells(of.actor))) return of;
    withheld.names += 1;
    return { text: `[${of.sector}]`, head: `[${of.sector}]`, actor: null, sector: of.sector, country: of.country };
  };

  const place = (of: Place | null): Place | null => {
    if (of === null) return null;
    const here = points.some(
      ([latitude, longitude]) =>
        of.latitude !== null &&
        of.longitude !== null &&
        Math.abs(of.latitude - latitude) <= samePoint &&
        Math.abs(of.longitude - longitude) <= samePoint,
    );
    if (!here && !tells(of.text) && !(of.name !== null && tells(of.name)) && !(of.admin1 !== null && tells(of.admin1)))
      return of;
    withheld.places += 1;
    const admin1 = of.admin1 !== null && !tells(of.admin1) ? of.admin1 : null;
    const coarse = { countries: of.countries, latitude: null, longitude: null };
    return admin1 === null
      ? { ...coarse, text: withheldMark, name: null, admin1, precision: of.countries.length === 1 ? 'country' : null }
      : { ...coarse, text: admin1, name: admin1, admin1, precision: 'admin1' };
  };

  const text = (of: string): string | null => {
    if (!tells(of)) return of;
    withheld.texts += 1;
    return null;
  };

  const id = (of: string): string => {
    if (!tells(of)) return of;
    const known = ids.get(of) ?? `withheld-${ids.size + 1}`;
    ids.set(of, known);
    return known;
  };

  /** Every string below a value that nothing above has made safe yet. */
  const swept = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value) ?? withheldMark;
    if (Array.isArray(value)) return value.map(swept);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, swept(below)]));
  };

  const provenance = <T extends Report | Claim>(of: T): T['provenance'] => {
    if (of.provenance.kind === 'row') return { ...of.provenance, row: id(of.provenance.row) };
    const quote = text(of.provenance.quote);
    // Where a withheld quote stands, and how long it is, is a part of it.
    return quote === null ? { ...of.provenance, quote: withheldMark, span: { start: 0, end: 0 } } : of.provenance;
  };

  const by = (of: Report['by']): Report['by'] => {
    if (of === null || (!tells(of.text) && !(of.name !== null && tells(of.name)))) return of;
    withheld.names += 1;
    return { text: withheldMark, name: null };
  };

  const none = hidden.length === 0;
  return {
    withheld,
    text: none ? (of) => of : text,
    id: none ? (of) => of : id,
    report(report) {
      if (none) return report;
      if (leftOut(report)) {
        withheld.reports += 1;
        return null;
      }
      return swept({
        ...report,
        id: id(report.id),
        source: report.source.map(party),
        target: report.target.map(party),
        place: place(report.place),
        by: by(report.by),
        provenance: provenance(report),
      }) as Report;
    },
    claim(claim) {
      if (none) return claim;
      if (leftOut(claim)) {
        withheld.claims += 1;
        return null;
      }
      const actor = claim.actor !== null && tells(claim.actor) ? null : claim.actor;
      if (actor !== claim.actor) withheld.names += 1;
      return swept({
        ...claim,
        id: id(claim.id),
        actor,
        place: place(claim.place),
        by: by(claim.by),
        provenance: provenance(claim),
      }) as Claim;
    },
  };
}

/** The strings that give something away; of a passage each of its sentences too. */
function stringsOf({ kind, names }: Restricted): readonly string[] {
  if (kind !== 'passage') return names;
  return names.flatMap((passage) => [
    passage,
    ...passage.split(/(?<=[.!?;:])\s+|\n+/u).filter((sentence) => sentence.length >= tellingSentence),
  ]);
}

/** True for a text in which one of the strings stands, in any case, accents, blanks, hyphens or percent escapes. */
function teller(strings: readonly string[]): (text: string) => boolean {
  const long = [...new Set(strings.map(squeeze).filter((name) => name.length >= shortName))];
  const short = [...new Set(strings.filter((name) => squeeze(name).length < shortName).map(words))].filter(
    (name) => name.trim() !== '',
  );
  const raw = [...new Set(strings.filter((name) => squeeze(name) === '' && name !== ''))];
  const known = new Map<string, boolean>();
  const look = (text: string) => {
    const [squeezed, spaced] = [squeeze(text), words(text)];
    return (
      long.some((name) => squeezed.includes(name)) ||
      short.some((name) => spaced.includes(name)) ||
      raw.some((name) => text.includes(name))
    );
  };
  return (text) => {
    if (long.length + short.length + raw.length === 0) return false;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = look(text) || (text.includes('%') && look(unescaped(text)));
    known.set(text, found);
    return found;
  };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
