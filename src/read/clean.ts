/** Text without what no reader can see, and how much of it there was. */
export interface Cleaned {
  readonly text: string;
  readonly warnings: readonly string[];
}

const controls = /[^\P{Cc}\t\n]/gu;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Line ends become \n; control characters go; halves of surrogate pairs become U+FFFD; soft hyphens, zero-width spaces
 * and byte order marks go, for they split names that a reader sees whole. Letters are left as they are: no Unicode
 * normalisation, so that a quote is found again in the source. Document.text is the result, and spans point into it.
 */
export function cleanCharacters(raw: string): Cleaned {
  const lines = raw.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/\f|\v/g, '\n');
  const warnings: string[] = [];
  const halves = lines.match(loneSurrogates)?.length ?? 0;
  const unprintable = lines.match(controls)?.length ?? 0;
  if (halves > 0) warnings.push(`${halves} halves of surrogate pairs are shown as \ufffd.`);
  if (unprintable > 0) warnings.push(`${unprintable} control characters were left out.`);
  return { text: lines.replace(loneSurrogates, '\ufffd').replace(controls, '').replace(invisible, ''), warnings };
}
