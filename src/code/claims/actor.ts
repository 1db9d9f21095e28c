import { overlaps, type Span } from '../../model/index.ts';
import type { Reading } from '../reading.ts';

/**
 * The actor that a claim's clause names: the figure is about its people or its deeds. An actor that only qualifies
 * another ("Kremlin-linked") and those in the spans `not` (the speaker, the turning point) are passed over.
 */
export function actorOf(reading: Reading, clause: Span, not: readonly Span[]): string | null {
  const { text } = reading.document;
  for (const { actor, span } of reading.actors()) {
    if (actor === null || span.start < clause.start || span.end > clause.end) continue;
    if (not.some((other) => overlaps(span, other))) continue;
    if (/^[-\u2010-\u2013]\p{L}/u.test(text.slice(span.end, span.end + 2))) continue;
    if (isFromElsewhere(reading, span, actor.country)) continue;
    return actor.name;
  }
  return null;
}

/** "soldiers from Ivory Coast" are not the soldiers of the country that the text is about. */
function isFromElsewhere(reading: Reading, { end }: Span, country: string | null): boolean {
  const at = reading.wordAt(end);
  if (country === null || reading.mark(at, 'origin') === null) return false;
  const start = reading.words[at + 1]?.start;
  const place = reading
    .places()
    .find(({ span }) => start !== undefined && span.start >= start && span.start <= start + 4);
  return place !== undefined && !place.place.countries.includes(country);
}
