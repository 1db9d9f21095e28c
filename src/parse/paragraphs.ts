import type { Span } from '../model/index.ts';

/** Widths between which the lines of a block can be the work of a wrapping editor, in UTF-16 units. */
const narrowest = 40;
const widest = 120;

const bullet = /^\s*(?:[-–—•▪‣◦●○■□*+·»>]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+\S/u;

interface Line extends Span {
  readonly text: string;
}

/** Non-empty lines of one block, white space at both ends left out of their spans. */
function trimmed(text: string, start: number, end: number): Line | null {
  const raw = text.slice(start, end);
  const body = raw.trim();
  if (body === '') return null;
  const from = start + (raw.length - raw.trimStart().length);
  return { start: from, end: from + body.length, text: body };
}

/**
 * True when the break between two lines of a block only wraps running text: the lines are narrow, and the next line's
 * first word would not have fitted into the width of the block.
 */
function wraps(line: Line, next: Line, width: number): boolean {
  if (bullet.test(next.text.slice(0, 24))) return false;
  if (/^\p{Ll}/u.test(next.text)) return width <= widest || !/[.!?:;]["”»)]?$/.test(line.text);
  if (width < narrowest || width > widest) return false;
  const firstWord = next.text.search(/\s|$/);
  return line.end - line.start + 1 + firstWord > width;
}

/**
 * Paragraphs of a text: blank lines part them, and so does every line break that is not the wrapping of a narrow
 * column (headlines, bullets, one paragraph a line). Spans hold no white space at their ends; in order, none empty.
 */
export function paragraphsOf(text: string): Span[] {
  const out: Span[] = [];
  let block: Line[] = [];
  const flush = () => {
    const width = block.reduce((most, line) => Math.max(most, line.end - line.start), 0);
    let open: Line | null = null;
    let start = 0;
    for (const line of block) {
      if (open === null) start = line.start;
      else if (!wraps(open, line, width)) {
        out.push({ start, end: open.end });
        start = line.start;
      }
      open = line;
    }
    if (open !== null) out.push({ start, end: open.end });
    block = [];
  };
  const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
  let at = 0;
  while (at <= text.length) {
    const found = breaks.exec(text);
    const end = found === null ? text.length : found.index;
    const line = trimmed(text, at, end);
    if (line === null) flush();
    else block.push(line);
    if (found === null) break;
    at = breaks.lastIndex;
  }
  flush();
  return out;
}
