/** A code of an actor with the days on which it holds, `YYYYMMDD`, both included; null: open. */
export interface DatedCode {
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** An actor of a user's dictionary: its names in capitals or not, and what it is called when. */
export interface DictionaryActor {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly codes: readonly DatedCode[];
}

/** A noun of people or bodies; `~` in the code stands for the actor it belongs to: `~MIL`, `NGO~`. */
export interface DictionaryAgent {
  readonly forms: readonly string[];
  readonly code: string;
}

/** What a verb, or a verb among other words, is called. */
export interface DictionaryCode {
  /** Event code; null: no event. */
  readonly code: string | null;
  /** The code of what the target does in turn. */
  readonly back: string | null;
}

/** Words around a verb that give it a code of their own. */
export interface DictionaryPattern extends DictionaryCode {
  /** As written. */
  readonly words: string;
  /** Words in front of the verb and behind it, in order; each with the words that may stand in its place. */
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  /** Where the doer and the one it is done to stand: `subj`, `obj`, a preposition; null: as usual. */
  readonly source: string | null;
  readonly target: string | null;
}

/** Verbs that share their patterns. */
export interface DictionaryVerbs {
  readonly verbs: readonly ({ readonly forms: readonly string[] } & DictionaryCode)[];
  readonly patterns: readonly DictionaryPattern[];
}

/** A user's own dictionaries of actors, agents and verbs. */
export interface Dictionaries {
  readonly actors: readonly DictionaryActor[];
  readonly agents: readonly DictionaryAgent[];
  readonly verbs: readonly DictionaryVerbs[];
}
