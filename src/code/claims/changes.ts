import type { Estimate } from '../../model/index.ts';
import type { Mark, Quantity, Reading } from '../reading.ts';
import { nounAt, subjectBefore, subjectOfFigure } from './counts.ts';
import { count, type Finding, type Memory, type Subject } from './finding.ts';

const reach = 24;

/**
 * Changes and comparisons: "rose by 31 percent, to more than 1,200", "an increase of 46 percent", "from 14 to 15",
 * "more than doubled", "four times as many attacks". What changes is looked for around the verb, then in what was
 * claimed before; a change of nothing that can be counted is no claim.
 */
export function changesOf(reading: Reading, counts: readonly Finding[], memory: Memory): Finding[] {
  const findings: Finding[] = [];
  const used = new Set<Quantity>();
  for (const quantity of reading.quantities) {
    if (used.has(quantity)) continue;
    const made =
      quantity.kind === 'percent' || (quantity.kind === 'fraction' && reading.isWord(quantity.from - 1, 'by'))
        ? percentChange(reading, quantity, counts, memory, findings, used)
        : quantity.kind === 'multiple' || timesThe(reading, quantity)
          ? multiple(reading, quantity, counts, memory, findings, used)
          : quantity.kind === 'cardinal'
            ? fromTo(reading, quantity, counts, memory, used)
            : [];
    findings.push(...made);
  }
  const bare = findings.length === 0 ? bareChange(reading) : null;
  return bare === null ? findings : [...findings, bare];
}

/** "16 times the official figure": a multiple of something named. */
function timesThe(reading: Reading, { kind, unit, next }: Quantity): boolean {
  return (
    kind === 'measure' &&
    unit === 'time' &&
    (reading.isWord(next, 'determiner') || reading.mark(next, 'figure') !== null)
  );
}

/** The word of rise or fall that a percentage goes with: before it ("rose by"), else right behind ("a 46 % rise"). */
function moveNear(reading: Reading, { from, next }: Quantity): Mark | null {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const form = reading.words[at]?.form;
    if (form === ';' || form === ',') break;
    const mark = reading.mark(at, 'rise', 'fall');
    if (mark !== null) return mark;
  }
  for (let at = next; at < next + 2; at++) {
    const mark = reading.mark(at, 'rise', 'fall');
    if (mark?.more === 'noun' || (mark !== null && at === next)) return mark;
  }
  return null;
}

/** "by almost half" is almost 50 percent. */
function inPercent({ kind, value }: Quantity): Estimate {
  if (kind !== 'fraction') return value;
  const times100 = (n: number | null) => (n === null ? null : Math.round(n * 1000) / 10);
  return { low: times100(value.low), best: times100(value.best), high: times100(value.high) };
}

function percentChange(
  reading: Reading,
  quantity: Quantity,
  counts: readonly Finding[],
  memory: Memory,
  made: readonly Finding[],
  used: Set<Quantity>,
): Finding[] {
  const size = inPercent(quantity);
  const percent = size.best ?? size.high ?? size.low;
  // "rose by 500 percent in Niger and by 300 percent in Mali": the second has the verb of the first.
  const inherited = made.at(-1);
  const move = moveNear(reading, quantity);
  const again = move === null && inherited?.kind === 'change' && reading.isWord(quantity.from - 1, 'by');
  if (percent === null || (move === null && !again)) return [];
  const direction = move === null ? (inherited?.direction ?? null) : move.role === 'rise' ? 'up' : 'down';
  const subjects =
    move === null && inherited !== undefined
      ? [inherited]
      : subjectsOf(reading, move, quantity, [...counts, ...made], memory);
  const end = endpoint(reading, quantity.next, used);
  return subjects.map(({ of, unit, onCivilians }) => ({
    ...count,
    kind: 'change',
    of,
    unit,
    onCivilians,
    value: end?.value ?? null,
    percent,
    size,
    direction,
    from: Math.min(quantity.from, move?.from ?? quantity.from),
    next: Math.max(end?.next ?? 0, quantity.next, move?.next ?? 0),
  }));
}

/** ", to 499" behind a percentage. */
function endpoint(reading: Reading, from: number, used: Set<Quantity>): Quantity | null {
  for (let at = from; at < from + 6; at++) {
    const form = reading.words[at]?.form ?? '';
    const quantity = reading.isWord(at, 'to') ? reading.quantityAt(at + 1) : null;
    if (quantity?.kind === 'cardinal') {
      used.add(quantity);
      return quantity;
    }
    if (reading.quantityAt(at) !== null || form === ';' || reading.mark(at, 'and') !== null) return null;
  }
  return null;
}

function multiple(
  reading: Reading,
  quantity: Quantity,
  counts: readonly Finding[],
  memory: Memory,
  made: readonly Finding[],
  used: Set<Quantity>,
): Finding[] {
  const factor = quantity.value.best ?? quantity.value.low;
  if (factor === null || factor <= 0) return [];
  const move =
    [0, 1, 2]
      .map((n) =>
        reading.mark(
          quantity.numeral.start === quantity.span.start ? quantity.from - n : quantity.next - 1,
          'rise',
          'fall',
        ),
      )
      .find((m) => m !== null) ?? null;
  const subjects = subjectsOf(reading, move, quantity, [...counts, ...made], memory);
  const end = subjects.length === 0 ? null : endpoint(reading, quantity.next, used);
  return subjects.slice(0, 1).map(({ of, unit, onCivilians }) => ({
    ...count,
    kind: 'comparison',
    of,
    unit,
    onCivilians,
    value: end?.value ?? null,
    factor,
    size: quantity.value,
    direction: factor < 1 || move?.role === 'fall' ? 'down' : 'up',
    from: Math.min(quantity.from, move?.from ?? quantity.from),
    next: end?.next ?? quantity.next,
  }));
}

/** "rose from about 80 in 2016 to more than 1,800", "passe de 14 à 15": a change, and a count of where it began. */
function fromTo(
  reading: Reading,
  start: Quantity,
  counts: readonly Finding[],
  memory: Memory,
  used: Set<Quantity>,
): Finding[] {
  if (!reading.isWord(start.from - 1, 'from')) return [];
  let move: Mark | null = null;
  for (let at = start.from - 2; at >= Math.max(0, start.from - 5) && move === null; at--)
    move = reading.mark(at, 'rise', 'fall');
  if (move === null) return [];
  const end = endpoint(reading, start.next, used);
  if (end === null) return [];
  const [subject] = subjectsOf(reading, move, start, counts, memory);
  if (subject === undefined) return [];
  const { of, unit, onCivilians } = subject;
  const grew = (end.value.best ?? end.value.low ?? 0) >= (start.value.best ?? start.value.low ?? 0);
  const at = reading.times.find(({ from, next }) => from >= start.next && next < end.from)?.period ?? null;
  const change: Finding = {
    ...count,
    kind: 'change',
    of,
    unit,
    onCivilians,
    value: end.value,
    direction: grew ? 'up' : 'down',
    from: move.from,
    next: end.next,
    baseline: at,
  };
  const before: Finding = {
    ...count,
    of,
    unit,
    onCivilians,
    value: start.value,
    from: start.from,
    next: start.next,
    baseline: at,
  };
  return [change, before];
}

/**
 * What a change is of: "increase in civilian deaths" behind the noun, "civilian deaths rose" before the verb, "four times
 * as many attacks" behind the multiple, "both figures", "they" and the bare "an increase of" from what was said before.
 */
function subjectsOf(
  reading: Reading,
  move: Mark | null,
  quantity: Quantity,
  found: readonly Finding[],
  memory: Memory,
): Subject[] {
  if (move?.more === 'noun' || move === null) {
    const behind = subjectBehind(reading, Math.max(quantity.next, move?.next ?? 0));
    if (behind !== null) return [behind];
  }
  const verb = move?.from ?? quantity.from;
  const taken = takenUp(reading, verb, memory);
  if (taken !== null) return taken;
  const isNoun = move?.more === 'noun' && startsWithArticle(reading, move);
  const latest = found.findLast(({ next }) => next <= verb);
  if (isNoun && latest !== undefined) return [latest];
  const before = subjectBefore(reading, verb, reach);
  if (before !== null) return [asBefore(reading, before, verb, memory)];
  const strength = strengthBefore(reading, verb);
  if (strength !== null) return [strength];
  if (latest !== undefined) return [latest];
  const [last] = memory.subjects;
  return last !== undefined && memory.age <= 1 && (isNoun || startsBare(reading, verb)) ? [last] : [];
}

/** "deaths from such attacks": such as were spoken of before, on civilians. */
function asBefore(reading: Reading, subject: Subject, verb: number, memory: Memory): Subject {
  const such = memory.subjects.some(({ onCivilians }) => onCivilians) && backwards(reading, verb, 8, 'such');
  if (!such) return subject;
  return { ...subject, of: subject.of === 'fatalities' ? 'civilianFatalities' : subject.of, onCivilians: true };
}

function backwards(reading: Reading, from: number, steps: number, role: 'such'): boolean {
  for (let at = from - 1; at >= Math.max(0, from - steps); at--) if (reading.mark(at, role) !== null) return true;
  return false;
}

/** "an increase", "soit une baisse": the noun takes up what was said. */
const startsWithArticle = (reading: Reading, { from }: Mark) =>
  reading.isWord(from, 'takesUp') || reading.isWord(from - 1, 'takesUp') || reading.words[from]?.form === 'an';

const startsBare = (reading: Reading, verb: number) =>
  reading.marks.some(({ role, from }) => role === 'figure' && from < verb);

/** "the number of people killed", "both figures", "they": a word that takes up figures given before. */
function takenUp(reading: Reading, verb: number, memory: Memory): Subject[] | null {
  for (let at = verb - 1; at >= Math.max(0, verb - 5); at--) {
    const form = reading.words[at]?.form;
    if (form === ';' || form === ',') return null;
    if (reading.mark(at, 'counted') !== null) return null;
    const figure = reading.mark(at, 'figure');
    if (figure === null) continue;
    const named = subjectOfFigure(figure.value);
    if (named !== null) return [named];
    if (figure.value === 'both') {
      const inside = memory.subjects.slice(0, 2).reverse();
      return inside.length === 2 ? inside : null;
    }
    const [last] = memory.subjects;
    return last === undefined ? null : [last];
  }
  return null;
}

/** "surge of 20 percent in civilian deaths", "four times as many attacks". */
function subjectBehind(reading: Reading, from: number): Subject | null {
  for (let at = from; at < Math.min(reading.words.length, from + 8); at++) {
    const form = reading.words[at]?.form;
    if (form === ',' || form === ';' || form === '.') return null;
    const figure = reading.mark(at, 'figure');
    const named = figure === null ? null : subjectOfFigure(figure.value);
    if (named !== null) return named;
    const noun = nounAt(reading, at);
    if (noun !== null) return noun;
    if (reading.mark(at, 'be', 'relative', 'say') !== null) return null;
  }
  return null;
}

/** "The strength of the mission", "troop numbers", "the soldiers": what a force is called close to the verb. */
function strengthBefore(reading: Reading, verb: number): Subject | null {
  for (let at = verb - 1; at >= Math.max(0, verb - 10); at--) {
    if (reading.words[at]?.form === ';') return null;
    const force = reading.mark(at, 'counted')?.value === 'military' && verb - at < 4;
    if (force || reading.mark(at, 'deploy') !== null) return { of: 'personnel', unit: 'people', onCivilians: false };
  }
  return null;
}

/** A change without a figure counts when it says against what: "increased compared with the last quarter". */
function bareChange(reading: Reading): Finding | null {
  if (reading.quantities.some(({ kind }) => kind === 'percent')) return null;
  for (const move of reading.marks) {
    if (move.role !== 'rise' && move.role !== 'fall') continue;
    const versus = reading.marks.find(
      ({ role, from, value }) => role === 'versus' && from >= move.next && from < move.next + 12 && value === '',
    );
    const since = reading.marks.some(
      ({ role, from }) => role === 'since' && (from <= 1 || !commaBetween(reading, from, move.from)),
    );
    if (versus === undefined && !since) continue;
    if (
      reading.mark(0, 'if') !== null ||
      reading.marksEndingAt(move.from).some(({ role }) => role === 'plan' || role === 'not')
    )
      continue;
    const subject = move.more === 'noun' ? subjectBehind(reading, move.next) : subjectBefore(reading, move.from, 10);
    if (subject === null) continue;
    const end = versus?.next ?? move.next;
    return {
      ...count,
      ...subject,
      kind: 'change',
      value: null,
      direction: move.role === 'rise' ? 'up' : 'down',
      from: move.from,
      next: end,
    };
  }
  return null;
}

function commaBetween({ words }: Reading, a: number, b: number): boolean {
  for (let at = Math.min(a, b); at < Math.max(a, b); at++) if (words[at]?.form === ',') return true;
  return false;
}
