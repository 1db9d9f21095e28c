import type { Chart } from '../model/index.ts';
import { look } from './look.ts';
import { intervalPlot } from './svg-intervals.ts';
import { timePlot } from './svg-time.ts';
import { wrapped } from './wrap.ts';

/** Width of a figure in CSS pixels. */
const width = 760;
const margin = 24;
/** Mean width of a letter as a share of the size of the type. */
const letter = 0.5;

/**
 * A chart as an SVG file that stands alone: title with its caution (⚠), figure, cautions, source, and the same in words for
 * those who cannot see it. The same chart gives the same bytes.
 */
export function drawSvg(chart: Chart): string {
  const inner = width - 2 * margin;
  const plotted = chart.kind === 'time' ? timePlot(chart, inner) : intervalPlot(chart, inner);
  const { title, text, small } = look.size;
  const caution = chart.caution === null ? '' : ` ⚠ ${chart.caution}`;
  const head = [...lines(`${chart.title}${caution}`, title, look.ink, 600), ...lines(chart.subtitle, text, look.quiet)];
  const foot = [
    ...chart.warnings.flatMap((warning) => lines(`⚠ ${warning}`, small, look.ink)),
    ...lines(chart.source, small, look.quiet),
  ];
  const top = set(head, margin);
  const bottom = set(foot, top.end + 8 + plotted.height + 8);
  const height = Math.ceil(bottom.end + margin - 8);
  const described = [chart.description, ...(chart.caution === null ? [] : [`Caution: ${chart.caution}.`])].join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family='${look.font}' fill="${look.ink}">`,
    `<title id="title">${escaped(`${chart.title}${caution}`)}</title>`,
    `<desc id="desc">${escaped(described)}</desc>`,
    `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="${look.hairline}" stroke-width="3"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="${look.paper}"/>`,
    top.svg,
    `<g transform="translate(${margin},${top.end + 8})">${plotted.svg}</g>`,
    bottom.svg,
    '</svg>',
    '',
  ].join('\n');
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly weight: number;
}

const lines = (text: string, size: number, fill: string, weight = 400): Line[] =>
  wrapped(text, Math.floor((width - 2 * margin) / (size * letter))).map((line) => ({ text: line, size, fill, weight }));

/** Lines of text from a height down. */
function set(all: readonly Line[], from: number): { svg: string; end: number } {
  let end = from;
  const svg = all.map(({ text, size, fill, weight }) => {
    end += Math.round(size * 1.35);
    return `<text x="${margin}" y="${end}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`;
  });
  return { svg: svg.join('\n'), end };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; characters that XML cannot hold (XML 1.0, 2.2) are left out. */
const escaped = (text: string): string =>
  [...text].map((character) => (holdable(character) ? (entities[character] ?? character) : '')).join('');

function holdable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
