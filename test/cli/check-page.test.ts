import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { checkPage } from '../../src/cli/check-page.ts';
import { curveSvg } from '../../src/cli/check-svg.ts';
import { claimOf, documentOf } from '../support/claim.ts';
import { monthly, seriesOf } from '../support/series.ts';

const document = documentOf('Attacks <b>doubled</b> & doubled again.');
const claim = claimOf({
  document: document.id,
  quote: document.text,
  kind: 'change',
  of: 'civilianFatalities',
  percent: 100,
  size: { low: 100, best: 100, high: 100 },
  direction: 'up',
  since: { text: 'June 2020', span: { start: 0, end: 9 }, date: { from: '2020-06', to: '2020-06' } },
});
const series = [seriesOf([...monthly('2018-01', 29, 2), ...monthly('2020-06', 43, 4)])];
const checked = check(claim, { series, turns: [], published: null });

test('a page of checks stands alone, with every reading, its rows and a footnote with the hash', () => {
  const page = parseHTML(checkPage([{ claim, document, check: checked }])).document;
  expect(page.querySelectorAll('script, link, img, iframe, b')).toHaveLength(0);
  for (const element of page.querySelectorAll('[href]')) expect(element.getAttribute('href')).toMatch(/^#/);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
  expect(page.querySelectorAll('tbody tr')).toHaveLength(checked.readings.length);
  const [provenance] = checked.readings[0]?.after.provenance ?? [];
  if (provenance?.kind !== 'derived') throw new Error('no rows');
  expect(page.querySelector('tbody tr')?.textContent).toContain(`after: ${provenance.rows.join(' ')}`);
  const note = page.querySelector('#note-1')?.textContent ?? '';
  expect(note).toContain(document.text);
  expect(note).toContain(document.sha256);
});

test('the curve has a dot for each reading, the claimed value and its source', () => {
  const svg = parseHTML(`<div>${curveSvg(checked)}</div>`).document;
  expect(svg.querySelectorAll('circle')).toHaveLength(checked.readings.length);
  const text = svg.querySelector('svg')?.textContent ?? '';
  expect(text).toContain('claimed +100 %');
  expect(text).toContain('Source: test 24.1');
  expect(text).toContain('⚠');
});
