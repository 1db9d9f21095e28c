import type { Participant, Span } from '../../model/index.ts';
import {
  above,
  caseOf,
  childrenOf,
  coordinated,
  dependants,
  type Frame,
  featOf,
  lemmaOf,
  nounFrame,
  relationOf,
  uposOf,
  verbFrame,
} from '../frames/index.ts';
import { lengthOf, matchAt } from '../lexicon/index.ts';
import type { Discourse, Scene } from '../reports/index.ts';
import { partyOf, spanOfPhrase } from '../reports/index.ts';
import { isHarm, isMutual, isYielded, mirrored } from './mirror.ts';
import type { DyadWord, DyadWords } from './words.ts';

/** What a party is called: one code, several where a name stands for several actors, none where it has none. */
export type ActorCoder = (party: Participant) => readonly string[];

/** One event between two actors, all in codes. */
export interface Dyad {
  readonly source: string;
  readonly target: string;
  /** CAMEO event code. */
  readonly code: string;
  /** The deed's own CAMEO code, were it done and not only intended or refused. */
  readonly plain: string;
  /** Where its words stand in the document. */
  readonly span: Span;
}

export interface DyadOptions {
  /** Statements without a code of their own ("says", "believes") are events too, CAMEO 010. */
  readonly statements?: boolean;
}

/** A deed with whom it is between, before the pairs are made. */
interface Happening {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly code: string;
  readonly plain: string;
  /** Code of what the targets do in turn, where the word tells. */
  readonly back?: string | null;
  readonly frame: Frame;
}

/** The dyads of one sentence: those of its main clauses; where these have none, those of its other clauses and its nouns. */
export function dyadsOf(
  scene: Scene,
  discourse: Discourse,
  words: DyadWords,
  codesOf: ActorCoder,
  { statements = false }: DyadOptions = {},
): Dyad[] {
  const { tree } = scene;
  const used = new Set<number>();
  const coded = new Map<number, readonly string[]>();

  const codes = (word: number): readonly string[] => {
    let found = coded.get(word);
    if (found === undefined) {
      coded.set(word, []); // a tree with a circle comes back here
      found = read(word);
      coded.set(word, found);
    }
    return found;
  };
  const read = (word: number): readonly string[] => {
    const party = partyOf(scene, discourse, word);
    const near = party.pronoun ? codesOf(party) : codesOf({ ...party, text: upTo(scene, word), actor: null });
    if (near.some((code) => !isNowhere(code))) return near;
    // "the ambassadors of Arnor and Gondor", "the resumption of ties with Arnor and Gondor": each member of the list.
    for (const child of dependants(tree, word, 'nmod')) {
      if (child < word) continue;
      const members = coordinated(tree, child);
      const found =
        near.length === 0
          ? codesOfAll(members)
          : members.flatMap((member) =>
              codesOf({ ...party, text: `${upTo(scene, word)} ${upTo(scene, member)}`, actor: null }),
            );
      if (found.some((code) => !isNowhere(code))) return found;
    }
    const whole = codesOf({ ...party, text: wholePhrase(scene, word), actor: null });
    if (whole.some((code) => !isNowhere(code))) return whole;
    return near.length > 0 ? near : codesOf(party);
  };
  /** Codes of several parties; one without a country gives way to those that have one. */
  const codesOfAll = (all: readonly number[]) => {
    const found = [...new Set(all.flatMap(codes))];
    const placed = found.filter((code) => !isNowhere(code));
    return placed.length > 0 ? placed : found;
  };

  /** The parties in one of some slots of a predicate, the first slot that has any; a noun's are beside its verb's. */
  const inSlots = (slots: readonly string[], frames: readonly Frame[], not: readonly string[]): readonly string[] => {
    for (const slot of slots)
      for (const frame of frames) {
        const at =
          slot === 'subj'
            ? frame.subjects
            : slot === 'obj'
              ? frame.objects
              : [
                  ...frame.obliques.filter(({ by }) => by === slot).map(({ word }) => word),
                  ...frame.objects.flatMap((object) => below(object, slot)),
                ];
        const found = codesOfAll(at.filter((word) => !frames.some((one) => one.word === word))).filter(
          (code) => !not.includes(code),
        );
        if (found.length > 0) return found;
      }
    return [];
  };
  /** Phrases that a preposition hangs below a noun, however deep: "the resumption of ties with Mordor". */
  const below = (noun: number, by: string, depth = 0): number[] =>
    childrenOf(tree, noun).flatMap((child) => {
      if (relationOf(tree, child) !== 'nmod' && relationOf(tree, child) !== 'obl') return [];
      if (caseOf(tree, child) === by) return coordinated(tree, child);
      return depth < 3 ? below(child, by, depth + 1) : [];
    });
  /** The first party behind a predicate, in whatever phrase. */
  const anyBehind = (frame: Frame, not: readonly string[]): readonly string[] => {
    for (let at = frame.word + 1; at < frame.next; at++) {
      const upos = uposOf(tree, at);
      if (upos !== 'NOUN' && upos !== 'PROPN' && !(upos === 'ADJ' && /^\p{Lu}/u.test(tree.tokens[at]?.form ?? '')))
        continue;
      if (isBehindClause(frame.word, at)) continue;
      // Whoever stands in no slot of the deed is another country's: "exercises in Alaska".
      const found = codesOfAll(coordinated(tree, at)).filter((code) => !not.some((one) => isOf(one, code)));
      if (found.length > 0) return found;
    }
    return [];
  };
  const isBehindClause = (verb: number, at: number): boolean => {
    for (const up of [at, ...above(tree, at)]) {
      if (up === verb) return false;
      const relation = relationOf(tree, up);
      if (relation === 'advcl' || relation === 'parataxis') return true;
    }
    return false;
  };

  const isNegated = (at: number): boolean =>
    childrenOf(tree, at).some(
      (child) =>
        ['advmod', 'aux', 'det', 'cc'].includes(relationOf(tree, child)) &&
        matchAt(tree, child, scene.lexicon.cues.negator) !== null,
    );
  const isFuture = (at: number): boolean =>
    dependants(tree, at, 'aux').some((child) => ['will', 'shall', 'would', "'ll"].includes(lemmaOf(tree, child)));
  const isSupposed = (at: number): boolean =>
    dependants(tree, at, 'mark').some(
      (child) =>
        matchAt(tree, child, scene.lexicon.cues.conditional)?.effect === 'if' && lemmaOf(tree, child) !== 'since',
    );

  /** A deed in its mood: refused where negated, intended where to come; null where it is none. */
  const inMood = (at: number, happening: Happening): Happening | null => {
    if (isSupposed(at)) return null;
    const { code } = happening;
    if (isNegated(at)) {
      if (!isYielded(code) && !code.startsWith('03')) return null;
      return { ...happening, code: mirrored('12', code) ?? code };
    }
    if (!isFuture(at)) return happening;
    if (isYielded(code)) return { ...happening, code: mirrored('03', code) ?? code };
    return isHarm(code) ? { ...happening, code: mirrored('13', code) ?? code } : happening;
  };

  const parties = (entry: DyadWord, frames: readonly Frame[], doers: readonly string[] | null) => {
    const given = doers ?? inSlots(entry.source, frames, []);
    const found = inSlots(entry.target, frames, given).filter((code) => code !== '---CVL');
    const targets =
      found.length > 0
        ? found
        : [...frames]
            .reverse()
            .reduce<readonly string[]>((all, one) => (all.length > 0 ? all : anyBehind(one, given)), []);
    return { sources: given, targets };
  };

  const nounHappening = (at: number, verb: Frame | null): Happening | null => {
    const entry = matchAt(tree, at, words.noun);
    if (entry === null) return null;
    const frame = nounFrame(tree, at);
    const doers = verb === null ? null : codesOfAll(verb.subjects);
    const found = parties(entry, verb === null ? [frame] : [frame, verb], doers);
    const adjective =
      found.sources.length > 0
        ? found.sources
        : codesOfAll(dependants(tree, at, 'amod', 'compound')).filter((code) => !found.targets.includes(code));
    return { sources: adjective, targets: found.targets, code: entry.code, plain: entry.code, frame };
  };

  /** The noun of a deed that a verb has as its object, or behind one of its prepositions ("called for talks"). */
  const nounBelow = (frame: Frame): number | null =>
    [
      ...frame.objects,
      ...frame.obliques.filter(({ by }) => by !== 'by' && by !== 'after' && by !== 'since').map(({ word }) => word),
    ].find((word) => uposOf(tree, word) === 'NOUN' && matchAt(tree, word, words.noun) !== null) ?? null;

  /** A frame whose subject is a time ("Lawmakers Tuesday endorsed"): the noun in front of the verb is its subject. */
  const timeless = (frame: Frame): Frame => {
    const isTime = (word: number) => {
      const span = tree.tokens[word]?.span;
      return (
        span !== undefined &&
        scene.reading.times.some((time) => time.span.start <= span.start && span.end <= time.span.end)
      );
    };
    const subjects = frame.subjects.filter((word) => !isTime(word));
    const before =
      subjects.length === 0 && frame.voice === 'active' ? frame.objects.filter((word) => word < frame.word) : [];
    return {
      ...frame,
      subjects: [...subjects, ...before],
      objects: frame.objects.filter((word) => !isTime(word) && !before.includes(word)),
    };
  };

  const happeningAt = (at: number, depth = 0): Happening | null => {
    if (depth > 4) return null;
    used.add(at);
    const frame = timeless(verbFrame(tree, at));
    const entry = matchAt(tree, at, words.verb);
    const govern = matchAt(tree, at, words.govern);
    const say = matchAt(tree, at, words.say);
    const same = matchAt(tree, at, words.same);
    const long = entry === null ? -1 : lengthOf(entry);
    const subjects = codesOfAll(frame.subjects);
    const complement = frame.complements.filter(
      (word) =>
        ['VERB', 'ADJ', 'AUX', 'NOUN'].includes(uposOf(tree, word)) &&
        (relationOf(tree, word) !== 'advcl' || leadsTo(word)),
    );
    if (say !== null && long <= lengthOf(say)) {
      const clause = complement.find((word) => relationOf(tree, word) === 'ccomp');
      if (clause !== undefined) {
        const told = toldBy(frame, subjects, clause, depth);
        if (told !== null) return told;
      }
    }
    if (govern !== null && long <= lengthOf(govern)) {
      const governed = governedBy(govern.code, frame, subjects, complement, depth);
      if (governed !== null) return inMood(at, governed);
    }
    if (same !== null && long <= lengthOf(same)) {
      for (const word of complement) {
        const inner = happeningAt(word, depth + 1);
        if (inner !== null) return inMood(at, { ...inner, sources: subjects.length > 0 ? subjects : inner.sources });
      }
      const noun = nounBelow(frame);
      if (noun !== null && entry === null) {
        const inner = nounHappening(noun, frame);
        if (inner !== null) return inMood(at, inner);
      }
    }
    if (entry !== null) {
      const found = parties(entry, [frame], null);
      // "met to discuss": what a deed is done for is no deed beside it.
      for (const word of complement) if (leadsTo(word)) used.add(word);
      return inMood(at, { ...found, code: entry.code, plain: entry.code, back: entry.back, frame });
    }
    if (statements && say !== null)
      return { sources: subjects, targets: anyBehind(frame, subjects), code: '010', plain: '010', frame };
    return null;
  };
  /** An infinitive: "to help Iran". */
  const leadsTo = (word: number) =>
    featOf(tree, word, 'VerbForm') === 'Inf' &&
    dependants(tree, word, 'mark').some((mark) => lemmaOf(tree, mark) === 'to');

  const governedBy = (
    root: string,
    frame: Frame,
    subjects: readonly string[],
    complement: readonly number[],
    depth: number,
  ): Happening | null => {
    const addressed = codesOfAll(frame.objects).filter((code) => !subjects.includes(code));
    const noun = nounBelow(frame);
    for (const word of complement) {
      const inner = happeningAt(word, depth + 1);
      if (inner === null) continue;
      // Whoever wants another to act appeals to them.
      const turned = root === '03' && addressed.length > 0 && relationOf(tree, word) === 'xcomp' ? '02' : root;
      const code = mirrored(turned, inner.code);
      if (code === null) continue;
      return {
        sources: subjects,
        targets: addressed.length > 0 ? addressed : inner.targets,
        code,
        plain: code,
        frame,
      };
    }
    if (noun === null) return null;
    const inner = nounHappening(noun, frame);
    const code = inner === null ? null : mirrored(root, inner.code);
    if (inner === null || code === null) return null;
    return {
      sources: subjects,
      targets: inner.targets.length > 0 ? inner.targets : addressed,
      code,
      plain: code,
      frame,
    };
  };

  /**
   * What somebody says of a deed: their own harm is an admission, that of others an accusation; anything else is told
   * as it is.
   */
  const toldBy = (frame: Frame, subjects: readonly string[], clause: number, depth: number): Happening | null => {
    const inner = happeningAt(clause, depth + 1);
    if (inner === null) return null;
    const pronoun = inner.frame.subjects.some((word) => uposOf(tree, word) === 'PRON');
    const own = pronoun || inner.sources.some((code) => subjects.includes(code));
    const sources = pronoun ? subjects : inner.sources;
    if (clause < frame.word || !isHarm(inner.code)) return { ...inner, sources };
    if (own) return { ...inner, sources: subjects, code: '015', plain: '015' };
    const other = (code: string) => !subjects.some((one) => isOf(one, code));
    const accused =
      [inner.sources, inSlots(['from'], [inner.frame], []), inner.targets, anyBehind(inner.frame, subjects)]
        .map((found) => found.filter(other))
        .find((found) => found.length > 0) ?? [];
    return { ...inner, sources: subjects, targets: accused, code: '112', plain: '112' };
  };

  const verbs = tree.tokens
    .map((_, at) => at)
    .filter(
      (at) => uposOf(tree, at) === 'VERB' || (uposOf(tree, at) === 'ADJ' && matchAt(tree, at, words.govern) !== null),
    )
    .map((at) => ({ at, depth: above(tree, at).length }))
    .sort((a, b) => a.depth - b.depth || a.at - b.at);
  const main: Dyad[] = [];
  const beside: Dyad[] = [];
  for (const { at } of verbs) {
    if (used.has(at)) continue;
    const happening = happeningAt(at);
    if (happening !== null) (isMain(at) ? main : beside).push(...pairs(scene, happening));
  }
  if (main.length > 0) return distinct(main);
  if (beside.length > 0) return distinct(beside);
  return distinct(
    tree.tokens.flatMap((_, at) => {
      const happening = uposOf(tree, at) === 'NOUN' ? nounHappening(at, null) : null;
      return happening === null ? [] : pairs(scene, happening);
    }),
  );

  /** In a main clause or one told or joined to it; not in a relative clause, a condition, a "while". */
  function isMain(at: number): boolean {
    for (const up of [at, ...above(tree, at)]) {
      const relation = relationOf(tree, up);
      if (relation === 'acl') return false;
      if (relation === 'advcl' && (featOf(tree, up, 'VerbForm') === 'Fin' || dependants(tree, up, 'mark').length > 0))
        return false;
    }
    return true;
  }
}

function pairs({ reading, tree }: Scene, { sources, targets, code, plain, back = null, frame }: Happening): Dyad[] {
  const span = {
    start: tree.tokens[frame.from]?.span.start ?? reading.sentence.span.start,
    end: tree.tokens[frame.next - 1]?.span.end ?? reading.sentence.span.end,
  };
  const between = (from: readonly string[], to: readonly string[], deed: string) =>
    from.flatMap((source) =>
      to
        .filter((target) => target !== source)
        .map((target): Dyad => ({ source, target, code: amongDissent(source, target, deed), plain, span })),
    );
  if (targets.length > 0)
    return [...between(sources, targets, code), ...(back === null ? [] : between(targets, sources, back))];
  return isMutual(code) ? between(sources, sources, code) : [];
}

const isDissent = (actor: string) => actor.endsWith('OPP');
/** Blows and destruction, not armed attacks of a kind of their own. */
const isRough = (code: string) => ['170', '171', '175', '180', '182', '190'].some((kind) => code.startsWith(kind));

/** Rough deeds of protesters are riots, those against them repression (codebook, 145 and 175). */
function amongDissent(source: string, target: string, code: string): string {
  if (!isRough(code)) return code;
  if (isDissent(source)) return '145';
  return isDissent(target) && (/(GOV|MIL|COP)$/.test(source) || /^[A-Z]{3}$/.test(source)) ? '175' : code;
}

/** A noun with what stands in front of it: "the Russian foreign minister". */
function upTo(scene: Scene, word: number): string {
  const { start } = spanOfPhrase(scene, word);
  return scene.reading.document.text.slice(start, scene.tree.tokens[word]?.span.end ?? start);
}

/** A role without a country. */
const isNowhere = (code: string) => code.startsWith('---');

/** All words that hang on a noun up to a comma or a finite verb: "the Al-Qaeda-linked Somali group al-Shabaab". */
function wholePhrase({ tree, reading }: Scene, word: number): string {
  const first = tree.first[word] ?? word;
  let next = word + 1;
  for (; next <= (tree.last[word] ?? word); next++)
    if (tree.tokens[next]?.form === ',' || featOf(tree, next, 'VerbForm') === 'Fin') break;
  const [start, end] = [tree.tokens[first]?.span.start ?? 0, tree.tokens[next - 1]?.span.end ?? 0];
  return reading.document.text.slice(start, end);
}

/** True for codes of the same country or body. */
const isOf = (one: string, other: string) => !isNowhere(one) && one.slice(0, 3) === other.slice(0, 3);

function distinct(dyads: readonly Dyad[]): Dyad[] {
  const seen = new Set<string>();
  return dyads.filter(({ source, target, code }) => {
    const key = `${source} ${target} ${code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
