import type { DomDocument } from './dom.ts';

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
/** What sites put between a headline and their own name. */
const separator = /\s+[|–—·•»«:/\\-]+\s+|\s*\|\s*/;
const startsWithSeparator = /^\s*[|–—·•»:/\\-]/;
/** Headings looked at. */
const mostHeadings = 40;

/** Texts of the page's main headings, in order; read before the page is taken apart. */
export function headingsOf(page: DomDocument): string[] {
  const headings: string[] = [];
  for (const element of page.querySelectorAll('h1, h2')) {
    if (headings.length >= mostHeadings) break;
    const text = collapse(element.textContent);
    if (text.length >= 8 && text.length <= 300) headings.push(text);
  }
  return headings;
}

/**
 * The headline behind a stated title: the heading that completes a title cut off by dots, the heading that the title
 * begins with before a separator, the part of the title element that is a heading; then the title less the site's name.
 */
export function headline(stated: string, element: string, headings: readonly string[], site: string | null): string {
  const cut = /^(.{20,}?)\s*(?:\.\.\.|…)$/.exec(stated)?.[1];
  if (cut !== undefined) {
    const whole = headings.find((heading) => heading.startsWith(cut) && heading.length > cut.length);
    if (whole !== undefined) return whole;
  }
  if (headings.includes(stated)) return stated;
  const before = headings.find(
    (heading) => stated.startsWith(heading) && startsWithSeparator.test(stated.slice(heading.length)),
  );
  if (before !== undefined) return before;
  const parts = collapse(element).split(separator);
  if (parts.length > 1 && parts[0] === stated.split(separator)[0]) {
    const shown = parts.filter((part) => part !== site && headings.includes(part));
    const longest = shown.sort((a, b) => b.length - a.length)[0];
    if (longest !== undefined) return longest;
  }
  const name = site === null ? '' : collapse(site).toLowerCase();
  if (name !== '' && stated.toLowerCase().endsWith(name)) {
    const rest = stated.slice(0, stated.length - name.length);
    const bare = rest.replace(/\s*[|–—·•»:/\\-]+\s*$/, '');
    if (bare !== rest && bare.length >= 4) return bare.trim();
  }
  return stated;
}
