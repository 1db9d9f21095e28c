import { isPloverType, type Report } from '../../model/index.ts';
import { fold, readTable } from '../../text/index.ts';
import { partyClasses, type Sides } from './sides.ts';

/** One line of a conversion table: when all its conditions hold, its outcome counts. */
interface Rule<Outcome extends string> {
  holds(report: Report, sides: Sides, quote: string): boolean;
  readonly outcome: Readonly<Record<Outcome, string>>;
}

export type Rules<Outcome extends string> = readonly Rule<Outcome>[];

const conditions = ['type', 'mode', 'status', 'doer', 'target', 'harm', 'words'] as const;

const sideNames = new Set<string>([...partyClasses, 'none', 'each-other']);
const harms = new Set(['dead', 'hurt']);
const statuses = new Set(['asserted', 'alleged', 'denied', 'planned', 'hypothetical']);

/**
 * Reads a conversion table (data/ontology/README.md explains its columns). Throws on a faulty line, naming it: a
 * conversion that is half read would misname half of what it should.
 */
export function readRules<Outcome extends string>(path: string, outcomes: readonly Outcome[]): Rules<Outcome> {
  const { rows, faults } = readTable<(typeof conditions)[number] | Outcome>(path, [...conditions, ...outcomes]);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
  return rows.map((row) => {
    const cells: Readonly<Record<(typeof conditions)[number], string>> = row;
    const cell = (column: (typeof conditions)[number], known: ((value: string) => boolean) | null) => {
      const values = cells[column] === '' ? [] : cells[column].split('|');
      const strange = known === null ? undefined : values.find((value) => !known(value));
      if (strange !== undefined)
        throw new Error(`${path}, line ${row.line}: "${strange}" is no ${column}; see the README beside the table.`);
      return values;
    };
    const [types, modes] = [cell('type', isPloverType), cell('mode', null)];
    const wantedStatus = cell('status', (value) => statuses.has(value));
    const [doers, targets] = [cell('doer', (v) => sideNames.has(v)), cell('target', (v) => sideNames.has(v))];
    const harm = cell('harm', (value) => harms.has(value));
    const words = wordTest(cells.words);
    const among = (wanted: readonly string[], found: string) => wanted.length === 0 || wanted.includes(found);
    const some = (wanted: readonly string[], found: ReadonlySet<string>) =>
      wanted.length === 0 || wanted.some((value) => found.has(value));
    const outcome = Object.fromEntries(outcomes.map((name) => [name, (row as Record<Outcome, string>)[name]]));
    return {
      holds: (report, sides, quote) =>
        among(types, report.type) &&
        among(modes, report.mode ?? '-') &&
        among(wantedStatus, report.status) &&
        some(doers, sides.doer) &&
        some(targets, sides.target) &&
        (harm.length === 0 || harm.some((kind) => harmed(report, kind))) &&
        words(quote),
      outcome: outcome as Record<Outcome, string>,
    };
  });
}

/** The outcome of the first rule that holds; null: none does, so the vocabulary has no word for this report. */
export function firstOf<Outcome extends string>(
  rules: Rules<Outcome>,
  report: Report,
  sides: Sides,
  quote: string,
): Readonly<Record<Outcome, string>> | null {
  return rules.find((rule) => rule.holds(report, sides, quote))?.outcome ?? null;
}

/** At least one person, by the lowest or the best figure. */
const some = (estimate: Report['killed']) => (estimate?.best ?? estimate?.low ?? 0) > 0;

const harmed = ({ killed, injured }: Report, kind: string) => some(killed) || (kind === 'hurt' && some(injured));

/** `a|b*` is one of these words (`*`: any ending); ` & ` joins groups of which each must be found. */
function wordTest(cell: string): (quote: string) => boolean {
  if (cell === '') return () => true;
  const groups = cell.split(' & ').map((group) => {
    const forms = group.split('|').map((word) => {
      const stem = word.endsWith('*');
      const escaped = fold(stem ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return stem ? `${escaped}\\p{L}*` : escaped;
    });
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  });
  return (quote) => groups.every((group) => group.test(quote));
}
