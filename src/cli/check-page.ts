import { choicesText, onlyOf, valueText } from '../check/index.ts';
import type { Check, Claim, Document, Provenance, Reading } from '../model/index.ts';
import { curveSvg, escaped, stripNames } from './check-svg.ts';
import { checkLines, claimLines, documentName } from './print.ts';
import { periodText } from './words.ts';

const style = `body{font:16px/1.5 Inter,"Source Sans 3",sans-serif;color:#1c1b19;background:#fbfaf8;max-width:62rem;margin:2rem auto;padding:0 1rem}
svg{max-width:100%;height:auto}pre{white-space:pre-wrap;font:inherit}blockquote{margin:0;font-size:1.2em}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.85em}td,th{border-bottom:1px solid #d9d5cc;padding:.3em .6em;text-align:left;vertical-align:top}
section{break-inside:avoid-page;margin-bottom:3rem}@media print{body{background:none;margin:0}details>*{display:block}}`;

/**
 * Checks as a page that stands alone: no script, nothing loaded from elsewhere (its own policy forbids it). Each claim has
 * a footnote with its sentence, document and hash; each dot its row with the ids of the rows behind both numbers.
 */
export function checkPage(
  items: readonly { readonly claim: Claim; readonly document: Document; readonly check: Check }[],
): string {
  const sections = items.map(
    ({ document, check }, i) => `<section id="claim-${i + 1}">
<blockquote>“${escaped(check.claim.provenance.quote)}”<sup><a href="#note-${i + 1}">${i + 1}</a></sup></blockquote>
<p>${escaped(
      claimLines(check.claim, document)
        .slice(1)
        .map((line) => line.trim())
        .join(' · '),
    )}</p>
<pre>${escaped(
      checkLines(check, { all: false, plain: true })
        .map((line) => line.trim())
        .join('\n'),
    )}</pre>
${check.readings.length === 0 ? '' : `<figure>${curveSvg(check)}<figcaption>One dot a reading, sorted, with its 95 % interval. Below: ${escaped(stripNames(check))}.</figcaption></figure>${table(check)}`}
</section>`,
  );
  const notes = items.map(
    ({ document, check }, i) =>
      `<li id="note-${i + 1}">“${escaped(check.claim.provenance.quote)}” ${escaped(documentName(document))}${document.published === null ? '' : `, ${escaped(periodText(document.published))}`}, characters ${check.claim.provenance.span.start} to ${check.claim.provenance.span.end}. SHA-256 ${document.sha256}. <a href="#claim-${i + 1}">back</a></li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>Claims held against the record</title><style>${style}</style></head>
<body><h1>Claims held against the record</h1>
${sections.join('\n')}
<h2>Notes</h2><ol>${notes.join('\n')}</ol>
</body></html>
`;
}

function table(check: Check): string {
  const rows = check.readings.map(
    (reading) =>
      `<tr><td>${valueText(check, reading.value)}</td><td>${valueText(check, reading.low)} to ${valueText(check, reading.high)}</td><td>${reading.before === null ? '' : `${reading.before.value} → `}${reading.after.value}</td><td>${escaped(choicesText(reading.choices))}<details><summary>options and rows</summary><code>${escaped(
        onlyOf(reading.choices)
          .map((one) => `--only "${one}"`)
          .join(' '),
      )}</code><p>${escaped(rowsText(reading))}</p></details></td></tr>`,
  );
  return `<details><summary>All ${check.readings.length} readings</summary><table><thead><tr><th>value</th><th>interval</th><th>counts</th><th>choices</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></details>`;
}

function rowsText({ before, after }: Reading): string {
  const ids = (provenance: readonly Provenance[]) =>
    provenance.flatMap((one) => (one.kind === 'derived' ? one.rows : [])).join(' ') || 'none';
  return `${before === null ? '' : `before: ${ids(before.provenance)}; `}after: ${ids(after.provenance)}`;
}
