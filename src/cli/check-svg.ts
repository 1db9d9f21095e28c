import { factorNames, valueText } from '../check/index.ts';
import { type Check, type Factor, factors } from '../model/index.ts';

const width = 960;
const left = 230;
const right = 30;
const curveTop = 70;
const curveHeight = 240;
const rowHeight = 15;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The specification curve as SVG: a dot for each reading, sorted, with its interval; the claimed value as a line; below it
 * a row for each choice, marked where a reading makes it. Values that are infinite are drawn at the edge.
 */
export function curveSvg(check: Check): string {
  const { readings, claimed } = check;
  const scale = check.answers === 'change' ? (v: number) => Math.log1p(v / 100) : (v: number) => v;
  const values = [...readings.map(({ value }) => value), ...(claimed === null ? [] : [claimed])].map(scale);
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite, 0), Math.max(...finite, 0)];
  const y = (value: number) => {
    const share = (Math.min(Math.max(scale(value), low), high) - low) / (high - low || 1);
    return round(curveTop + curveHeight * (1 - share));
  };
  const step = (width - left - right) / Math.max(1, readings.length);
  const x = (i: number) => round(left + step * (i + 0.5));
  const rows = choiceRows(check);
  const stripsTop = curveTop + curveHeight + 30;
  const height = stripsTop + rows.length * rowHeight + 50;
  const dots = readings.map(
    (reading, i) =>
      `<g><title>${escaped(`${valueText(check, reading.value)} [${valueText(check, reading.low)}, ${valueText(check, reading.high)}]`)}</title><line x1="${x(i)}" x2="${x(i)}" y1="${y(reading.low)}" y2="${y(reading.high)}" stroke="#56B4E9"/><circle cx="${x(i)}" cy="${y(reading.value)}" r="2.2" fill="#0072B2"/></g>`,
  );
  const line = (value: number, text: string, dash: string) =>
    `<line x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}" stroke="#1c1b19" ${dash}/><text x="${left - 8}" y="${y(value) + 4}" text-anchor="end">${escaped(text)}</text>`;
  const strips = rows.map(({ factor, choice }, row) => {
    const at = stripsTop + row * rowHeight;
    const marks = readings.map((reading, i) =>
      reading.choices[factor] === choice
        ? `<rect x="${round(x(i) - step / 2)}" y="${at - 8}" width="${round(Math.max(1, step * 0.8))}" height="9" fill="#5b5852"/>`
        : '',
    );
    return `<text x="${left - 8}" y="${at}" text-anchor="end">${escaped(choice)}</text>${marks.join('')}`;
  });
  const ends = [...new Set([high, low])].map((end) => (check.answers === 'change' ? Math.expm1(end) * 100 : end));
  const sources = [...new Set(readings.map(({ choices }) => choices.data ?? ''))].join(', ');
  const warned = check.sample !== null || check.warnings.length > 0 ? '⚠ ' : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Inter, 'Source Sans 3', sans-serif" font-size="11" fill="#1c1b19">`,
    `<title>${escaped(`${check.verdict}. ${check.reason}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fbfaf8"/>`,
    `<text x="16" y="24" font-size="15">${escaped(`${warned}“${check.claim.provenance.quote.replaceAll(/\s+/g, ' ').slice(0, 110)}”`)}</text>`,
    `<text x="16" y="44">${escaped(`${warned}${check.sample ?? check.verdict}`)}</text>`,
    ...ends.map((end) => line(end, valueText(check, end), 'stroke-opacity="0.2"')),
    ...(check.answers === 'change' ? [line(0, '0 %', 'stroke-opacity="0.5"')] : []),
    ...dots,
    ...(claimed === null ? [] : [line(claimed, `claimed ${valueText(check, claimed)}`, 'stroke-dasharray="4 3"')]),
    ...strips,
    `<text x="16" y="${height - 16}">${escaped(`Source: ${sources}. ${readings.length} readings with 95 % intervals. Reckoned by griot.`)}</text>`,
    '</svg>',
  ].join('\n');
}

const round = (n: number) => Math.round(n * 10) / 10;

/** Choices that not all readings make, by factor. */
function choiceRows({ readings }: Check): { factor: Factor; choice: string }[] {
  return factors.flatMap((factor) => {
    const choices = [...new Set(readings.flatMap(({ choices }) => choices[factor] ?? []))];
    if (choices.length < 2) return [];
    return choices.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((choice) => ({ factor, choice }));
  });
}

/** What the strips are, for readers. */
export const stripNames = (check: Check): string =>
  [...new Set(choiceRows(check).map(({ factor }) => factorNames[factor]))].join(', ');
