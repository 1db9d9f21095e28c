import { type DomElement, walk } from './dom.ts';

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);
/** Not prose: code, controls, drawings, pictures with their captions, which say again what the article says. */
const left = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG svg MATH math HEAD TITLE BUTTON INPUT SELECT TEXTAREA IFRAME OBJECT EMBED AUDIO VIDEO CANVAS MAP FIGCAPTION'.split(
    ' ',
  ),
);

/**
 * The text of an element as paragraphs: one for each block element, table rows with a space between the cells, line
 * breaks kept as \n. White space is collapsed as a browser does (no-break spaces stay: "12 000" is one number).
 */
export function paragraphsOf(root: DomElement): string[] {
  const paragraphs: string[] = [];
  let parts: string[] = [];
  const flush = () => {
    if (parts.length === 0) return;
    // Collapse before looking at line ends: runs of thousands of blanks must not be scanned twice.
    const text = parts
      .join('')
      .replace(/[ \t\r\f]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim();
    if (text !== '') paragraphs.push(text);
    parts = [];
  };
  let preformatted = 0;
  let afterBreak = false;
  walk(root, {
    enter(element) {
      const { tagName } = element;
      if (left.has(tagName) && element !== root) return false;
      if (tagName === 'BR') {
        if (afterBreak) flush();
        else parts.push('\n');
        afterBreak = true;
        return false;
      }
      if (blocks.has(tagName)) {
        flush();
        afterBreak = false;
      }
      if (tagName === 'PRE') preformatted++;
      return true;
    },
    leave(element) {
      if (left.has(element.tagName)) return;
      if (element.tagName === 'PRE') preformatted--;
      if (element.tagName === 'TD' || element.tagName === 'TH') parts.push(' ');
      if (blocks.has(element.tagName)) {
        flush();
        afterBreak = false;
      }
    },
    text(text) {
      if (/\S/.test(text)) afterBreak = false;
      parts.push(preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' '));
    },
  });
  flush();
  return paragraphs;
}
