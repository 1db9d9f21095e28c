import { type Actor, type Document, type Restricted, type SettledPlace, UnusableInput } from '../model/index.ts';
import { fold } from '../text/index.ts';
import { documentsAsRead } from './documents.ts';
import { countActors, countPlaces } from './mentions.ts';
import type { OpenRecord } from './open.ts';
import { nameAsKey } from './overlay.ts';

/** Shortest string that gives something away by itself, in letters; capitals alone may be shorter. */
const telling = 4;
/** Shortest title that is looked for in other texts: a shorter one says too little. */
const tellingTitle = 12;

/** A document with everything that was read from it. Its title and address are withheld elsewhere too. */
export async function documentToRestrict(record: OpenRecord, id: string): Promise<Restricted> {
  const document = await findDocument(record, id);
  const names = [document.title, document.url, document.origin].filter(
    (name): name is string => name !== null && name.length >= tellingTitle,
  );
  return {
    kind: 'document',
    label: document.title ?? document.origin,
    document: document.id,
    span: null,
    names,
    points: [],
  };
}

/** A passage of a document by its words, which must stand there once. */
export async function passageToRestrict(record: OpenRecord, id: string, quote: string): Promise<Restricted> {
  const document = await findDocument(record, id);
  const start = document.text.indexOf(quote);
  const again = start === -1 ? -1 : document.text.indexOf(quote, start + 1);
  if (start === -1 || again !== -1 || quote.trim() === '')
    throw new UnusableInput({
      file: id,
      line: null,
      found: start === -1 ? 'a text without these words' : 'these words more than once',
      expected: 'the words of the passage as they stand in the text, once',
      wayOut: 'Copy the passage from the text, with as many words as make it the only one.',
    });
  const span = { start, end: start + quote.length };
  return { kind: 'passage', label: quote, document: document.id, span, names: [quote], points: [] };
}

/**
 * An actor, or a person, by name: the name, its aliases, the spellings that the record has for it, and those given. Of a
 * name that no table knows each word counts by itself: a surname gives a person away.
 */
export async function actorToRestrict(
  record: OpenRecord,
  name: string,
  known: { readonly actor: Actor; readonly aliases: readonly string[] } | null,
  also: readonly string[],
): Promise<Restricted> {
  const full = known?.actor.name ?? name;
  const { actors } = await countActors(record, () => null, { all: true });
  const spelled = actors.filter((actor) => nameAsKey(actor.name) === nameAsKey(full)).flatMap(({ written }) => written);
  const words = known === null ? name.split(/[^\p{L}\p{N}'’]+/u) : [];
  const names = [full, name, ...(known?.aliases ?? []), ...spelled, ...words].filter(tells);
  return {
    kind: 'actor',
    label: full,
    document: null,
    span: null,
    names: unique([...names, name, ...also]),
    points: [],
  };
}

/** A place by name, with the spellings of the record and the points that it has there and in the gazetteer. */
export async function placeToRestrict(
  record: OpenRecord,
  name: string,
  found: readonly SettledPlace[],
  also: readonly string[],
): Promise<Restricted> {
  const [own = name] = name.split(',');
  const key = nameAsKey(own);
  const mentions = (await countPlaces(record)).filter(
    ({ place, written }) =>
      (place.name !== null && nameAsKey(place.name) === key) || written.some((text) => nameAsKey(text) === key),
  );
  const places = [...found, ...mentions.map(({ place }) => place)];
  const points = places.flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [[latitude, longitude] as const],
  );
  const names = [...places.map((place) => place.name ?? ''), ...mentions.flatMap(({ written }) => written)].filter(
    tells,
  );
  return { kind: 'place', label: own, document: null, span: null, names: unique([own, ...names, ...also]), points };
}

/** A name gives something away: it has a capital and is long enough, or is an acronym. */
const tells = (name: string): boolean =>
  /\p{Lu}/u.test(name) && (fold(name).replace(/[^\p{L}\p{N}]/gu, '').length >= telling || /^\p{Lu}{2,}$/u.test(name));

const unique = (names: readonly string[]) => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
];

async function findDocument(record: OpenRecord, id: string): Promise<Document> {
  const [found] = await documentsAsRead(record, [id]);
  if (found !== undefined) return found.document;
  throw new UnusableInput({
    file: record.folder,
    line: null,
    found: `no document ${id}`,
    expected: 'the id of a document, as `griot review show` has it in its JSON',
    wayOut: 'Copy it from there.',
  });
}
