import { contains, overlaps, type Place, type PlaceMention, type Span } from '../model/index.ts';
import { wordsOf } from '../text/index.ts';
import { firstWordFrom, type Reading, type Surroundings } from './reading.ts';

/** Share of the places "in" which a document says things are that must lie in one country for it to play there. */
const clearly = 0.6;

/**
 * The country that a document plays in, for sentences that name no place: the one "in" which it says most of what it
 * says. Powers from abroad are named often, but little is said to happen in them. The text is that of the country's
 * first mention. Null: not clear.
 */
export function placeOfDocument({ document, language, names, context }: Surroundings): Place | null {
  const mentions = names.placesIn(document.text, context).filter(({ place }) => place.countries.length === 1);
  const words = wordsOf(document.text);
  const counts = new Map<string, number>();
  let located = 0;
  for (const { place, span } of mentions) {
    const [country] = place.countries;
    const before = firstWordFrom(words, span.start) - 1;
    const leads = language.coding.at(words, before)?.value.some(({ role }) => role === 'where') ?? false;
    if (country === undefined || !leads) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    located += 1;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < clearly * located) return null;
  const here = mentions.filter(({ place }) => place.countries[0] === most[0]);
  const named = here.find(({ place }) => place.precision === 'country') ?? here[0];
  if (named === undefined) return null;
  if (named.place.precision === 'country') return named.place;
  return { ...named.place, name: null, admin1: null, precision: 'country', latitude: null, longitude: null };
}

/**
 * The place that a clause speaks of: one that it names as such ("in Mali", "across the Sahel"), else the nearest such one
 * in front of it, else one that the clause merely mentions. Names in the spans `not` are no places of the deed.
 */
export function placeNear(reading: Reading, clause: Span, not: readonly Span[]): Place | null {
  const allowed = reading.places().filter(({ span }) => !not.some((other) => overlaps(span, other)));
  const own = allowed.filter(({ span }) => contains(clause, span));
  const located = own.find((mention) => isLocated(reading, mention));
  if (located !== undefined) return located.place;
  const ahead = allowed.findLast((mention) => mention.span.end <= clause.start && isLocated(reading, mention));
  if (ahead !== undefined) return ahead.place;
  const behind = allowed.find((mention) => mention.span.start >= clause.end && isLocated(reading, mention));
  const opens = own.find(({ span }) => span.start <= clause.start + 'the '.length);
  return (opens ?? behind)?.place ?? null;
}

/** True behind "in", "near", "across": the name says where. */
function isLocated(reading: Reading, { span }: PlaceMention): boolean {
  for (let at = reading.wordAt(span.start); at >= 0 && at > reading.wordAt(span.start) - longestLead; at--) {
    if (reading.mark(at, 'where') !== null) return true;
    const before = reading.words[at - 1];
    if (before === undefined || before.kind === 'mark') return false;
    if (reading.mark(at - 1, 'be', 'kill', 'say', 'agent', 'origin') !== null) return false;
  }
  return false;
}

/** Words from "in" to the name: "in the eastern Ukrainian port of Mariupol". */
const longestLead = 7;
