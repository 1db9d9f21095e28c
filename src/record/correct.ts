import {
  type Actor,
  type Claim,
  type ClaimValues,
  claimKinds,
  type Estimate,
  exactly,
  isIsoPrefix,
  isOrdered,
  measures,
  type Participant,
  type Period,
  type Place,
  ploverTypes,
  type Report,
  type ReportValues,
  type SettledPlace,
  UnusableInput,
} from '../model/index.ts';
import { readTable, shipped } from '../text/index.ts';

/** Where a correction looks up whom and what it names. */
export interface LookUp {
  actorNamed(name: string): Actor | null;
  placesNamed(name: string): readonly SettledPlace[];
}

/** `killed.best=12` in its parts. */
interface Setting {
  readonly given: string;
  readonly field: string;
  /** `best`; null: the whole field. */
  readonly part: string | null;
  /** null: not stated. */
  readonly value: string | null;
}

/** Reads one field of a setting; `before` is its value as it stands. */
type Reader = (setting: Setting, before: unknown, look: LookUp) => unknown;

const reportStatus: readonly Report['status'][] = ['asserted', 'alleged', 'denied', 'planned', 'hypothetical'];

const estimate: Reader = (setting, before) => {
  const number = setting.value === null ? null : wholeNumber(setting);
  if (setting.part === null) return number === null ? null : exactly(number);
  part(setting, 'low', 'best', 'high');
  const now = { low: null, best: null, high: null, ...(before as Estimate | null), [setting.part]: number };
  return now.low === null && now.best === null && now.high === null ? null : now;
};

const period: Reader = (setting, before) => {
  const { value } = setting;
  if (value !== null && !isIsoPrefix(value)) throw refuse(setting, 'a date as 2022, 2022-03 or 2022-03-27, or null');
  if (setting.part === null) return value === null ? null : { from: value, to: value };
  part(setting, 'from', 'to');
  const now = { from: null, to: null, ...(before as Period | null), [setting.part]: value };
  return now.from === null && now.to === null ? null : now;
};

const place: Reader = (setting, before, look) => {
  const { value } = setting;
  if (setting.part !== null) part(setting, 'name');
  if (value === null) return null;
  const found = look.placesNamed(value);
  const [only] = found;
  if (only === undefined)
    throw refuse(
      setting,
      'a place of the gazetteer',
      'Add it to places.tsv in a folder of yours and give --tables FOLDER.',
    );
  if (found.length > 1)
    throw refuse(setting, `one of ${placeNames(found)}`, 'Say which: NAME, DIVISION, COUNTRY or NAME, PRECISION.');
  return { text: (before as Place | null)?.text ?? value, ...only };
};

/** Some places as a person would name each without mistaking it for another: "Gao, Gao, MLI, admin1". */
export const placeNames = (places: readonly SettledPlace[]): string =>
  places
    .slice(0, 6)
    .map(({ name, admin1, countries, precision }) =>
      [name, admin1, countries.join(' '), precision].filter((part) => part !== null).join(', '),
    )
    .join('; ');

const parties: Reader = (setting, before, look) => {
  whole(setting);
  const seen = before as readonly Participant[];
  return (setting.value ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name): Participant => {
      const same = seen.find(({ text, actor }) => text === name || actor === name);
      if (same !== undefined) return same;
      const actor = actorOf(setting, name, look);
      return { text: name, head: name, actor: actor.name, sector: actor.sector, country: actor.country };
    });
};

function actorOf(setting: Setting, name: string, look: LookUp): Actor {
  const actor = look.actorNamed(name);
  if (actor === null)
    throw refuse(
      setting,
      `actors that are known ("${name}" is not)`,
      'Make it known with `griot actors is "NAME" "ACTOR" --sector SECTOR`.',
    );
  return actor;
}

const speaker: Reader = (setting, before, look) => {
  if (setting.part !== null) part(setting, 'name');
  const { value } = setting;
  if (value === null) return null;
  const name = look.actorNamed(value)?.name ?? value;
  return { text: (before as Report['by'])?.text ?? value, name };
};

const real: Reader = (setting) => {
  whole(setting);
  if (setting.value === null) return null;
  const number = Number(setting.value);
  if (setting.value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw refuse(setting, 'a number, 0 or more, or null');
  return number;
};

const choice =
  (values: readonly string[], nullable = false): Reader =>
  (setting) => {
    whole(setting);
    if (setting.value === null && nullable) return null;
    if (setting.value === null || !values.includes(setting.value))
      throw refuse(setting, `one of ${values.join(', ')}${nullable ? ' or null' : ''}`);
    return setting.value;
  };

const word: Reader = (setting) => {
  whole(setting);
  return setting.value;
};

const yes: Reader = (setting) => {
  whole(setting);
  if (setting.value !== 'yes' && setting.value !== 'no') throw refuse(setting, 'yes or no');
  return setting.value === 'yes';
};

const actor: Reader = (setting, _, look) => {
  whole(setting);
  return setting.value === null ? null : actorOf(setting, setting.value, look).name;
};

const mode: Reader = (setting, before, look) => {
  const rows = readTable(shipped('data', 'ontology', 'plover-modes.tsv'), ['mode'] as const).rows;
  return choice([...new Set(rows.map((row) => row.mode))].filter(Boolean), true)(setting, before, look);
};

type Readers = Readonly<Record<string, Reader>>;

const people: Readers = { killed: estimate, injured: estimate, abducted: estimate, arrested: estimate };
const sidesOf: Readers = { source: parties, target: parties };

/** Fields of a report from a sentence that may be set right, of one from a row, and of a claim. */
const readers: Readonly<Record<'sentence' | 'row' | 'claim', Readers>> = {
  sentence: {
    type: choice(ploverTypes),
    mode,
    status: choice(reportStatus),
    ...sidesOf,
    place,
    when: period,
    ...people,
    by: speaker,
  },
  // When, where and what a row counts as is what makes the totals of its release.
  row: { killed: estimate, injured: estimate, ...sidesOf },
  claim: {
    kind: choice(claimKinds),
    of: choice(measures),
    value: estimate,
    unit: word,
    per: choice(['day', 'month', 'year'], true),
    percent: real,
    factor: real,
    direction: choice(['up', 'down'], true),
    period,
    baseline: period,
    place,
    actor,
    onCivilians: yes,
    by: speaker,
  },
};

/**
 * Reads settings (`killed.best=12`, `place.name=Moura`, `when=2022-03`) as values of a report or claim as it stands. Throws
 * {@link UnusableInput} for an unknown field, a value of another type, a place or an actor that nobody knows, and values
 * that contradict one another.
 */
export function readCorrection(
  standing: Report | Claim,
  settings: readonly string[],
  look: LookUp,
): ReportValues | ClaimValues {
  const known = readers['type' in standing ? standing.provenance.kind : 'claim'];
  const before = standing as unknown as Readonly<Record<string, unknown>>;
  const values: Record<string, unknown> = {};
  for (const setting of settings.map(readSetting)) {
    const { field } = setting;
    const reader = Object.hasOwn(known, field) ? known[field] : undefined;
    if (reader === undefined) throw refuse(setting, `one of the fields ${Object.keys(known).join(', ')}`);
    values[field] = reader(setting, field in values ? values[field] : before[field], look);
    // How large a change is said to be stands twice: as the number and as what the words allow.
    if (field === 'percent' || field === 'factor')
      values.size = values[field] === null ? null : exactly(values[field] as number);
  }
  refuseContradictions(values);
  return values as ReportValues | ClaimValues;
}

function readSetting(given: string): Setting {
  const at = given.indexOf('=');
  const [field = '', part = null, ...more] = given.slice(0, Math.max(0, at)).split('.');
  const setting = { given, field, part, value: given.slice(at + 1) === 'null' ? null : given.slice(at + 1) };
  if (at < 1 || more.length > 0 || setting.value === '') throw refuse(setting, 'FIELD=VALUE or FIELD.PART=VALUE');
  return setting;
}

function refuseContradictions(values: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(values)) {
    if (typeof value !== 'object' || value === null) continue;
    if ('best' in value && !isOrdered(value as Estimate)) {
      const { low, best, high } = value as Estimate;
      throw inconsistent(
        field,
        `low ${low}, best ${best}, high ${high}`,
        'low ≤ best ≤ high',
        `Set the others too, as --set ${field}.low=… .`,
      );
    }
    const { from, to } = value as Period;
    if (typeof from === 'string' && typeof to === 'string' && to < from.slice(0, to.length))
      throw inconsistent(field, `from ${from} to ${to}`, 'an end that is no earlier than the beginning', 'Set both.');
  }
}

const inconsistent = (field: string, found: string, expected: string, wayOut: string) =>
  new UnusableInput({ file: `--set ${field}`, line: null, found, expected, wayOut });

function wholeNumber(setting: Setting): number {
  if (!/^\d{1,9}$/.test(setting.value ?? '')) throw refuse(setting, 'a whole number, 0 or more, or null');
  return Number(setting.value);
}

function part(setting: Setting, ...allowed: readonly string[]): void {
  if (!allowed.includes(setting.part ?? ''))
    throw refuse(setting, `${allowed.map((name) => `${setting.field}.${name}`).join(', ')} or ${setting.field}`);
}

function whole(setting: Setting): void {
  if (setting.part !== null) throw refuse(setting, `${setting.field} without parts`);
}

const refuse = (setting: Setting, expected: string, wayOut = 'See `griot review correct --help`.') =>
  new UnusableInput({ file: '--set', line: null, found: `"${setting.given}"`, expected, wayOut });
