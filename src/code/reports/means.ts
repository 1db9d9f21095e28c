import type { Reading } from '../reading.ts';
import type { Deed } from './deed.ts';

/** Means, the graver first: a drone that kills with a bomb is a drone strike. */
const modes = [
  'suicide-attack',
  'drone',
  'aerial',
  'heavy-weapons',
  'explosives',
  'ambush',
  'massacre',
  'execute',
  'primitive',
  'firearms',
];

/** The mode that the words of a group tell, together with the weapons named beside them; null: no means stated. */
export function modeOf(reading: Reading, group: readonly Deed[]): string | null {
  const own = group.map(({ entry }) => entry.mode).filter((mode) => mode !== null);
  const [first] = group;
  if (first?.entry.type !== 'ASSAULT') return own[0] ?? null;
  if (own.includes('abduct')) return 'abduct';
  const named = new Set<string>(own);
  const doers = group.flatMap(({ source }) => source).filter(({ human }) => human);
  for (const { role, value, from, next } of reading.marks) {
    if (role !== 'weapon' && role !== 'attack' && role !== 'strike' && role !== 'kill') continue;
    // "Gunmen set the hall on fire": what somebody is called says less than what they did; a suicide bomber is one.
    const { start, end } = reading.spanOf(from, next);
    const called = doers.some(({ span }) => span.start <= start && end <= span.end);
    if (called && own.length > 0 && value !== 'suicide-attack') continue;
    named.add(value);
  }
  return modes.find((mode) => named.has(mode)) ?? own[0] ?? null;
}
