/** "BAMAKO, 20 January 2019 - ": where a text was written, in front of its first sentence. */
export interface Dateline {
  /** Units of the text that belong to it; 0: none. */
  readonly end: number;
  /** It has a date, as press releases do: who speaks in it speaks on that day. */
  readonly dated: boolean;
}

const pattern =
  /^\s*(?:\p{Lu}[\p{Lu}'’.-]+|\p{Lu}\p{L}+)(?:[ -]\p{Lu}[\p{L}'’.-]+){0,3}(?:,[^.–—\n]{0,40}?)?\s+(?:\([^)\n]{1,30}\)\s+)?[-–—]\s+/u;

export function datelineOf(text: string): Dateline {
  const found = pattern.exec(text.slice(0, 120));
  return found === null ? { end: 0, dated: false } : { end: found[0].length, dated: /\b(19|20)\d\d\b/.test(found[0]) };
}
