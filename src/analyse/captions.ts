import type { Analysis, Chart } from '../model/index.ts';
import { snapshotName } from './coverage.ts';

/** What stands around every figure of an analysis: question, cautions, source. */
export function captions(
  { question, snapshots, warnings, filters }: Analysis<string, unknown>,
  { subtitle, description }: { subtitle: string; description: string },
): Pick<Chart, 'title' | 'subtitle' | 'caution' | 'warnings' | 'source' | 'description'> {
  const samples = snapshots.filter(({ sample }) => sample !== null);
  const caution = samples.length === 0 ? null : [...new Set(samples.map(({ sample }) => sample))].join('; ');
  const used = snapshots.map((snapshot) => `${snapshotName(snapshot)} (${snapshot.rows.toLocaleString('en')} rows)`);
  const span =
    filters.from === null && filters.to === null
      ? []
      : [`${filters.from ?? 'the beginning'} to ${filters.to ?? 'the end'}`];
  return {
    title: question.replace(/\?$/, ''),
    subtitle,
    caution,
    // The caution of a sample stands in the title line already.
    warnings: warnings.filter(
      (warning) => !samples.some((snapshot) => warning.startsWith(`${snapshotName(snapshot)} is `)),
    ),
    source: `Source: ${used.join('; ')}${span.length > 0 ? `; ${span[0]}` : ''}. Reckoned by griot.`,
    description,
  };
}
