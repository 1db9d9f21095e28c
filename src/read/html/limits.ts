/** Characters of HTML that are parsed; the tree takes some twenty times as much memory. */
const mostCharacters = 16 * 1024 * 1024;
/** Tags and character references, each of which becomes a node; the longest pages of news sites have some ten thousand. */
const mostMarks = 200_000;
/** Elements left open at once. The parser keeps them in a list whose handling grows with the square of its length. */
const mostOpen = 30_000;

const tag = /<(\/?)([a-z][a-z0-9-]{0,20})(?=[\s/>])/gi;
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
/** Elements that may be left open and that the next one of their kind closes: counted apart. */
const impliedEnd = /^(?:p|li|td|th|tr|dt|dd|option)$/i;

/** What makes a page too much to parse, with the bound; null for pages that can be read. Looks at the source only. */
export function excess(html: string): { found: string; expected: string } | null {
  if (html.length > mostCharacters)
    return { found: `a page of ${html.length} characters`, expected: `at most ${mostCharacters} characters of HTML` };
  let marks = 0;
  for (const _ of html.matchAll(/[<&]/g)) marks++;
  if (marks > mostMarks)
    return { found: `a page of ${marks} tags and character references`, expected: `at most ${mostMarks}` };
  let open = 0;
  let implied = 0;
  for (const [, slash, name = ''] of html.matchAll(tag)) {
    if (empty.test(name)) continue;
    const step = slash === '/' ? -1 : 1;
    if (impliedEnd.test(name)) implied = Math.max(0, implied + step);
    else open = Math.max(0, open + step);
    if (open > mostOpen || implied > mostOpen)
      return {
        found: `a page whose elements nest more than ${mostOpen} deep`,
        expected: `at most ${mostOpen} open at once`,
      };
  }
  return null;
}
