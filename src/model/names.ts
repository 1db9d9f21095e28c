import type { Actor } from './actor.ts';
import type { Place } from './place.ts';
import type { Span } from './span.ts';

/** What the surroundings say about a name: the language of the text, the countries it is about, its date. */
export interface NameContext {
  /** ISO 639-1. */
  readonly lang: string | null;
  /** ISO 3166-1 alpha-3, the likeliest first. */
  readonly countries: readonly string[];
  /** ISO date of publication: names change hands ("Africa Corps"). */
  readonly date: string | null;
}

export interface ActorMention {
  readonly span: Span;
  /** null: the head noun tells a sector, not who ("gunmen", "villagers"). */
  readonly actor: Actor | null;
  readonly sector: Actor['sector'];
}

export interface PlaceMention {
  readonly span: Span;
  readonly place: Place;
}

/** Names found in text; made by resolve/, handed to the coder so that stages need not know one another. */
export interface Names {
  /** Mentions of known actors in `text`, in order, longest match first, none overlapping. */
  actorsIn(text: string, context: NameContext): readonly ActorMention[];
  /** Mentions of known places in `text`, in order, none overlapping; what is not sure is left out. */
  placesIn(text: string, context: NameContext): readonly PlaceMention[];
  /** Countries that the text is about, the likeliest first (by mentions of places, demonyms and actors). */
  countriesOf(text: string, lang: string | null): readonly string[];
}
