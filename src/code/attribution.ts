import { type Attribution, overlaps, type Span } from '../model/index.ts';
import type { Mark, Reading } from './reading.ts';

/** Who says so in a sentence, and which words say it. */
export interface Saying {
  readonly by: Attribution;
  /** Words of the saying: subject, verb, "on Thursday", "that"; no part of what is said. */
  readonly from: number;
  readonly next: number;
  /** Words that are said to be so. */
  readonly scope: { readonly from: number; readonly next: number };
}

const breaks = new Set([',', ';', ':', '"', '“', '”', '«', '»', '(', ')', '.', '…', '?', '!']);
const quotes = new Set(['"', '“', '”', '«', '»', "'"]);

/** All sayings of a sentence. `last` is who spoke in the sentence before: what a pronoun stands for. */
export function sayingsOf(reading: Reading, last: Attribution | null): Saying[] {
  const sayings: Saying[] = [];
  let speaking = last;
  for (const mark of reading.marks) {
    const saying =
      mark.role === 'according'
        ? accordingTo(reading, mark)
        : mark.role === 'say'
          ? said(reading, mark, speaking)
          : null;
    if (saying === null) continue;
    sayings.push(saying);
    speaking = saying.by;
  }
  return sayings;
}

/** The saying that covers words `[from, next)`, the narrowest where several do. */
export function sayingOf(sayings: readonly Saying[], from: number, next: number): Saying | null {
  let best: Saying | null = null;
  for (const saying of sayings) {
    const { scope } = saying;
    const inside = scope.from <= from && next <= scope.next;
    if (inside && (best === null || scope.next - scope.from < best.scope.next - best.scope.from)) best = saying;
  }
  return best;
}

/** "according to the ACLED, a watchdog group": it holds for the whole sentence up to the next semicolon. */
function accordingTo(reading: Reading, mark: Mark): Saying | null {
  const { words } = reading;
  if (mark.value === 'official') {
    const by = attribution(reading, mark.from, mark.next);
    return { by, from: mark.from, next: mark.next, scope: wholeClause(reading, mark.from) };
  }
  let next = mark.next;
  while (next < words.length && !breaks.has(words[next]?.form ?? '')) next += 1;
  // "citing the mission's failure to": a ground, nobody.
  for (let at = mark.next; at < next; at++) if (reading.isWord(at, 'ground')) return null;
  // An apposition belongs to the name: "the ACLED, a watchdog group".
  if (words[next]?.form === ',' && reading.isWord(next + 1, 'takesUp')) {
    let end = next + 1;
    while (end < words.length && !breaks.has(words[end]?.form ?? '')) end += 1;
    if (end >= words.length - 1) next = end;
  }
  if (next === mark.next) return null;
  return {
    by: attribution(reading, mark.next, next),
    from: mark.from,
    next,
    scope: wholeClause(reading, mark.from),
  };
}

function wholeClause({ words }: Reading, at: number): { from: number; next: number } {
  let from = at;
  while (from > 0 && words[from - 1]?.form !== ';') from -= 1;
  let next = at;
  while (next < words.length && words[next]?.form !== ';') next += 1;
  return { from, next };
}

/** "British officials said 300 ...", "..., Human Rights Watch said on Wednesday", "..., a indiqué la mission". */
function said(reading: Reading, mark: Mark, last: Attribution | null): Saying | null {
  const { words } = reading;
  if (reading.marksEndingAt(mark.from).some(({ role }) => role === 'be')) return null;
  // "declared himself president": done, not said.
  if (reading.isWord(mark.next, 'reflexive')) return null;
  let subjectNext = mark.from;
  let from = startOfPhrase(reading, subjectNext);
  // "according to US estimates" has its speaker already.
  for (let at = from; at < mark.from; at++) if (reading.mark(at, 'according') !== null) return null;
  const closing = words[from - 1]?.form ?? '';
  const inverts = mark.more === 'inverts' && (closing === ',' || quotes.has(closing));
  if (from === subjectNext) {
    const apposed = closing === ',' ? apposition(reading, from - 1) : null;
    if (apposed === null && inverts) return invertedSaying(reading, mark, last);
    if (apposed === null) return null;
    ({ from, next: subjectNext } = apposed);
  }
  const subjectFrom = withoutTimes(reading, from, subjectNext);
  if (subjectFrom >= subjectNext) return null;
  const by = speaker(reading, subjectFrom, subjectNext, last);
  if (by === null) return null;
  const end = behindVerb(reading, mark.next);
  // "Earlier this week, officials said" opens the sentence; "..., officials said" closes it.
  const behind =
    (closing === ',' && (from > longestOpening || saysWhat(reading, from))) || (quotes.has(closing) && from > 1);
  const nothingFollows = closesSentence(reading, end) || (behind && end < words.length && !saysMore(reading, end));
  const clause = wholeClause(reading, mark.from);
  if (nothingFollows && behind)
    return { by, from, next: nothingElse(reading, end), scope: { from: clause.from, next: from } };
  if (nothingFollows) return null;
  const scope = { from: end, next: clause.next };
  // ", he said, " in the middle speaks for what comes before and after it.
  if (behind && words[end]?.form === ',') return { by, from, next: end, scope: clause };
  return { by, from: subjectFrom, next: end, scope };
}

/** Words in front of a comma that may be no more than "On Thursday of last week". */
const longestOpening = 6;

/** True when a number or an auxiliary stands in front of a word: that is no mere "Earlier this week". */
function saysWhat(reading: Reading, end: number): boolean {
  for (let at = 0; at < end; at++) if (reading.quantityAt(at) !== null || reading.mark(at, 'be') !== null) return true;
  return false;
}

const closesSentence = ({ words }: Reading, at: number) =>
  at >= words.length || words[at]?.form === '.' || words[at]?.form === ';';

/** True when more than whom it was said to, or on what grounds, follows: a comma, "that", a verb of its own. */
function saysMore(reading: Reading, from: number): boolean {
  for (let at = from; !closesSentence(reading, at); at++) {
    const form = reading.words[at]?.form ?? '';
    if (
      form === ',' ||
      reading.isWord(at, 'that') ||
      reading.mark(at, 'be', 'kill', 'die', 'wound', 'rise', 'fall') !== null
    )
      return true;
  }
  return reading.mark(from, 'figure') !== null;
}

function nothingElse(reading: Reading, from: number): number {
  let at = from;
  while (!closesSentence(reading, at)) at += 1;
  return at;
}

/** First word of the phrase that ends at a word; brackets belong to it: "Doctors Without Borders (MSF)". */
function startOfPhrase(reading: Reading, end: number): number {
  const { words } = reading;
  let from = end;
  while (from > 0) {
    const form = words[from - 1]?.form ?? '';
    if (form === ')') {
      let open = from - 1;
      while (open > 0 && words[open]?.form !== '(' && from - open < 8) open -= 1;
      if (words[open]?.form !== '(') break;
      from = open;
      continue;
    }
    if (breaks.has(form) || (form === '-' && words[from - 1]?.gap === 'space') || opensClause(reading, from - 1)) break;
    from -= 1;
  }
  return from;
}

/**
 * "The team, a research group, has identified" and "the envoy, Ibn Chambas, told": the subject before an apposition or
 * the name after one. `comma` is the one before the verb. Null: no apposition, the subject stands elsewhere.
 */
function apposition(reading: Reading, comma: number): { from: number; next: number } | null {
  const from = startOfPhrase(reading, comma);
  if (reading.words[from - 1]?.form !== ',') return null;
  const first = reading.words[from];
  if (first?.capital === true) return { from, next: comma };
  if (first === undefined || !reading.isWord(from, 'apposes')) return null;
  return { from: startOfPhrase(reading, from - 1), next: from - 1 };
}

const opensClause = (reading: Reading, at: number): boolean =>
  reading.isWord(at, 'that') || reading.marksAt(at).some(({ role, next }) => role === 'relative' && next === at + 1);

/** Leaves out what stands in front of the subject: "On Thursday", "Earlier this week". */
function withoutTimes(reading: Reading, from: number, next: number): number {
  const time = reading.times.findLast((t) => t.from >= from - 1 && t.from <= from + 2 && t.next < next);
  return time === undefined ? from : time.next;
}

/** First word of what is said: behind "on Wednesday", "in 2021", "that", "the Security Council". */
function behindVerb(reading: Reading, from: number): number {
  let at = from;
  for (let steps = 0; steps < 8 && at < reading.words.length; steps++) {
    const time = reading.times.find((t) => t.from === at || (t.from === at + 1 && reading.isWord(at, 'dated')));
    if (time !== undefined) {
      at = time.next;
      continue;
    }
    const form = reading.words[at]?.form ?? '';
    if (reading.isWord(at, 'that')) return at + (reading.words[at + 1]?.form === "'" ? 2 : 1);
    if (form === ':' || form === ',') return at;
    break;
  }
  return at;
}

/** "..., a annoncé jeudi le porte-parole": the subject stands behind the verb. */
function invertedSaying(reading: Reading, mark: Mark, last: Attribution | null): Saying | null {
  const { words } = reading;
  if (mark.from === 0) return null;
  const time = reading.times.find((t) => t.from >= mark.next && t.from <= mark.next + 1);
  const from = time?.next ?? mark.next;
  let next = from;
  while (next < words.length && !breaks.has(words[next]?.form ?? '')) next += 1;
  if (next === from) return null;
  const by = speaker(reading, from, next, last);
  if (by === null) return null;
  const clause = wholeClause(reading, mark.from);
  return { by, from: mark.from, next, scope: { from: clause.from, next: mark.from } };
}

/** False for what is no noun phrase: "are working with soldiers to" report, a lone adverb. */
function isSomebody(reading: Reading, from: number, next: number): boolean {
  const last = reading.words[next - 1];
  if (last === undefined || last.form === 'to') return false;
  for (let at = from; at < next; at++) if (reading.mark(at, 'be', 'plan') !== null) return false;
  if (next - from > 1) return true;
  return last.capital || last.form.endsWith('s') || reading.mark(from, 'counted') !== null;
}

/** Words of a subject; a longer one is a clause that was not understood. */
const longestSubject = 20;

function speaker(reading: Reading, from: number, next: number, last: Attribution | null): Attribution | null {
  if (reading.isWord(from, 'pronoun') && next - from <= 2) return last;
  // "A first count spoke of eight": a figure is nobody.
  for (let at = from; at < next; at++)
    if (reading.mark(at, 'earlier') !== null || (at < from + 2 && reading.mark(at, 'figure') !== null)) return null;
  if (reading.isWord(from, 'leads')) return null;
  if (next - from > longestSubject || !isSomebody(reading, from, next)) return null;
  return attribution(reading, from, next);
}

/** The phrase without what is around it, and who it names. */
function attribution(reading: Reading, from: number, next: number): Attribution {
  let end = next;
  // "said on Wednesday" cut the verb off; auxiliaries may remain: "has", "had earlier".
  while (end > from + 1 && reading.isWord(end - 1, 'auxiliary')) end -= 1;
  const span: Span = reading.spanOf(from, end);
  const actor = reading.actors().find((mention) => mention.actor !== null && overlaps(mention.span, span));
  return { text: reading.document.text.slice(span.start, span.end), name: actor?.actor?.name ?? null };
}
