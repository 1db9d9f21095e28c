import type { Attribution, Claim, Participant, Place, Provenance, Report } from '../model/index.ts';
import { listDocuments } from './documents.ts';
import type { OpenRecord } from './open.ts';
import { nameAsKey, readOverlay } from './overlay.ts';
import { type KnownActor, rowReports, sides } from './reports.ts';
import { rowReportIdSql } from './rows.ts';

/** How often something is named in the record. */
export interface Mentions {
  /** Reports in which it does something, is done to, says so; a row of a data set is a report. */
  readonly source: number;
  readonly target: number;
  readonly by: number;
  readonly total: number;
}

/** An actor of the record under the name that stands. */
export interface ActorMentions extends Mentions {
  readonly name: string;
  readonly sector: Participant['sector'];
  readonly country: string | null;
  /** As written, the most frequent first. */
  readonly written: readonly string[];
}

/** A name as written that nobody has settled and no table knows. */
export interface UnresolvedName extends Mentions {
  readonly name: string;
  /** A sentence that has it, or the row. */
  readonly example: string;
}

interface Tally {
  source: number;
  target: number;
  by: number;
  readonly spellings: Map<string, number>;
  readonly party: Pick<Participant, 'sector' | 'country'>;
  readonly example: string;
}

type Part = 'source' | 'target' | 'by';

/**
 * Counts who is named in the record, as its reports stand, and which names stand for nobody. `known` tells who the sides
 * of data sets are; `all`: phrases that are hardly names ("he", "13 people") count as unresolved too.
 */
export async function countActors(
  record: OpenRecord,
  known: KnownActor,
  { all = false }: { readonly all?: boolean } = {},
): Promise<{ actors: ActorMentions[]; unresolved: UnresolvedName[] }> {
  const actors = new Map<string, Tally>();
  const unresolved = new Map<string, Tally>();
  const add = (party: Participant, part: Part, n: number, example: () => string, isName: () => boolean) => {
    if (party.actor === null && !all && !isName()) return;
    const [map, key] = party.actor === null ? [unresolved, nameAsKey(party.text)] : [actors, party.actor];
    if (key === '') return;
    let tally = map.get(key);
    if (tally === undefined) {
      tally = { source: 0, target: 0, by: 0, spellings: new Map(), party, example: example() };
      map.set(key, tally);
    }
    tally[part] += n;
    tally.spellings.set(party.text, (tally.spellings.get(party.text) ?? 0) + n);
  };

  for (const { document, reports, claims } of await listDocuments(record)) {
    for (const found of [...reports, ...claims]) {
      const quote = quoteOf(found.provenance);
      for (const [part, parties] of partsOf(found))
        for (const party of parties)
          add(
            party,
            part,
            1,
            () => exampleOf(document.text, party.text, found.provenance),
            () => isName(party, quote),
          );
    }
  }
  await addSides(record, known, (party, part, n, example) =>
    add(
      party,
      part,
      n,
      () => example,
      () => true,
    ),
  );
  return {
    actors: [...actors]
      .map(([name, tally]) => ({ name, ...countsOf(tally), ...standingOf(tally), written: spellingsOf(tally) }))
      .sort(byFrequency),
    unresolved: [...unresolved]
      .map(([, tally]) => ({ name: spellingsOf(tally)[0] ?? '', ...countsOf(tally), example: tally.example }))
      .sort(byFrequency),
  };
}

function partsOf(found: Report | Claim): [Part, Participant[]][] {
  const by: Participant[] = found.by === null ? [] : [speaker(found.by)];
  return 'type' in found
    ? [
        ['source', [...found.source]],
        ['target', [...found.target]],
        ['by', by],
      ]
    : [['by', by]];
}

const speaker = ({ text, name }: Attribution): Participant => ({
  text,
  head: text.split(' ').at(-1) ?? text,
  actor: name,
  sector: 'unknown',
  country: null,
});

const quoteOf = (provenance: Provenance): string =>
  provenance.kind === 'sentence' ? provenance.quote.replaceAll(/\s+/g, ' ') : '';

/** The quote, or the words around the name where it stands before or behind the quote ("…, the mayor said"). */
function exampleOf(text: string, name: string, provenance: Provenance): string {
  const quote = quoteOf(provenance);
  if (provenance.kind !== 'sentence' || quote.includes(name.replaceAll(/\s+/g, ' '))) return quote;
  const before = text.lastIndexOf(name, provenance.span.start);
  const behind = text.indexOf(name, provenance.span.end);
  const near = before === -1 || (behind !== -1 && behind - provenance.span.end < provenance.span.start - before);
  const at = near ? behind : before;
  if (at === -1) return quote;
  const around = text.slice(Math.max(0, at - exampleWindow), at + name.length + exampleWindow);
  return `… ${around.replaceAll(/\s+/g, ' ').trim()} …`;
}

/** Characters shown on either side of a name. */
const exampleWindow = 60;

/** A name has a capital that is not just the first letter of the sentence. */
function isName({ text, head }: Participant, quote: string): boolean {
  const capital = /^\p{Lu}/u;
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  if (!capital.test(head)) return false;
  const at = quote.indexOf(text);
  const opens = at <= 0 || /[.!?“"]\s*$/.test(quote.slice(0, at));
  const capitals = words.filter((word) => capital.test(word)).length;
  return capitals > (opens && capital.test(words[0] ?? '') ? 1 : 0) || /^\p{Lu}{2,}$/u.test(head);
}

/** The sides of all rows, counted by the database; rows that somebody judged are read one by one. */
async function addSides(
  record: OpenRecord,
  known: KnownActor,
  add: (party: Participant, part: 'source' | 'target', n: number, example: string) => void,
): Promise<void> {
  const overlay = await readOverlay(record);
  const marks = [...overlay.touched].map(() => '?').join(', ');
  const judged = overlay.touched.size === 0 ? '' : `AND ${rowReportIdSql} NOT IN (${marks})`;
  const rows = await record.database.all<{ name: string; side: 'a' | 'b'; parties: string; n: number; row: string }>(
    `SELECT name, side, parties, count(*)::INTEGER AS n, min(dataset || ' ' || release || ', row ' || row) AS row FROM (
       SELECT unnest(string_split(side_a, '; ')) AS name, 'a' AS side, parties, snapshot, row FROM rows WHERE side_a IS NOT NULL ${judged}
       UNION ALL
       SELECT unnest(string_split(side_b, '; ')), 'b', parties, snapshot, row FROM rows WHERE side_b IS NOT NULL ${judged}
     ) r JOIN snapshots s ON s.id = r.snapshot GROUP BY ALL ORDER BY name, side, parties`,
    [...overlay.touched, ...overlay.touched],
  );
  const side = sides(known);
  for (const { name, side: letter, parties, n, row } of rows)
    add(overlay.party(side(name)), letter === 'b' && parties === 'directed' ? 'target' : 'source', n, row);
  for (const read of await rowReports(record, [...overlay.touched], known)) {
    const standing = overlay.report(read);
    for (const part of ['source', 'target'] as const)
      for (const party of standing?.[part] ?? []) add(party, part, 1, read.id);
  }
}

const countsOf = ({ source, target, by }: Tally): Mentions => ({ source, target, by, total: source + target + by });
const standingOf = ({ party }: Tally) => ({ sector: party.sector, country: party.country });
const spellingsOf = ({ spellings }: Tally) =>
  [...spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
const byFrequency = (a: Mentions & { name: string }, b: Mentions & { name: string }) =>
  b.total - a.total || (a.name < b.name ? -1 : 1);

/** A place of the record, or a name as written that the gazetteer lacks (`place.name` null). */
export interface PlaceMentions {
  readonly place: Place;
  readonly total: number;
  readonly written: readonly string[];
  readonly example: string;
}

/** Places that the coded texts name, as they stand, by frequency; places of data sets are the data sets' own. */
export async function countPlaces(record: OpenRecord): Promise<PlaceMentions[]> {
  const found = new Map<string, { place: Place; total: number; spellings: Map<string, number>; example: string }>();
  for (const { reports, claims } of await listDocuments(record)) {
    for (const { place, provenance } of [...reports, ...claims]) {
      if (place === null) continue;
      const { text: _, ...where } = place;
      const key = place.name === null ? nameAsKey(place.text) : JSON.stringify(where);
      let entry = found.get(key);
      if (entry === undefined) {
        entry = { place, total: 0, spellings: new Map(), example: quoteOf(provenance) };
        found.set(key, entry);
      }
      entry.total += 1;
      entry.spellings.set(place.text, (entry.spellings.get(place.text) ?? 0) + 1);
    }
  }
  return [...found.values()]
    .map(({ place, total, spellings, example }) => ({
      place,
      total,
      example,
      written: [...spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text),
    }))
    .sort((a, b) => b.total - a.total || ((a.place.name ?? a.place.text) < (b.place.name ?? b.place.text) ? -1 : 1));
}
