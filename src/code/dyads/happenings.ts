import { dependants, type Frame, featOf, lemmaOf, nounFrame, relationOf, uposOf, verbFrame } from '../frames/index.ts';
import { lengthOf, matchAt } from '../lexicon/index.ts';
import type { Scene } from '../reports/index.ts';
import type { Actors } from './actors.ts';
import { type DyadOptions, type Happening, isOf } from './dyad.ts';
import { isHarm, mirrored } from './mirror.ts';
import { inMood } from './mood.ts';
import { type Category, weisOf } from './weis.ts';
import type { DyadWord, DyadWords } from './words.ts';

/** Reads the deeds of a sentence at its verbs and nouns. */
export interface Happenings {
  /** The deed at a verb with what hangs below it; null: none. */
  atVerb(at: number): Happening | null;
  atNoun(at: number): Happening | null;
  /** True for a verb that another deed has taken in. */
  isTaken(at: number): boolean;
}

/** Clauses within clauses that are followed. */
const maxDepth = 4;

export function happeningsIn(
  scene: Scene,
  words: DyadWords,
  actors: Actors,
  { statements = false }: DyadOptions,
): Happenings {
  const { tree } = scene;
  const taken = new Set<number>();
  const formOf = (at: number): string => tree.tokens[at]?.form ?? '';

  const parties = (entry: DyadWord, frames: readonly Frame[], doers: readonly string[] | null) => {
    const sources = doers ?? actors.inSlots(entry.source, frames, []);
    // Nameless people give way to the country where it happens.
    const found = actors.inSlots(entry.target, frames, sources).filter((code) => code !== '---CVL');
    if (found.length > 0) return { sources, targets: found };
    const behind = [...frames].reverse().map((frame) => actors.behind(frame, sources));
    return { sources, targets: behind.find((codes) => codes.length > 0) ?? [] };
  };

  /** Both sides of a deed that is only named: those that hang on the noun itself. */
  const sidesOfNoun = (entry: DyadWord, frame: Frame) => {
    const sources = actors.inSlots(entry.source, [frame], []);
    return { sources, targets: actors.inSlots(entry.target, [frame], sources) };
  };

  const nounHappening = (at: number, verb: Frame | null): Happening | null => {
    const entry = matchAt(tree, at, words.noun);
    if (entry === null) return null;
    const frame = nounFrame(tree, at);
    const found = verb === null ? sidesOfNoun(entry, frame) : parties(entry, [frame, verb], actors.of(verb.subjects));
    // "the Israeli attack"
    const sources =
      found.sources.length > 0
        ? found.sources
        : actors.of(dependants(tree, at, 'amod', 'compound')).filter((code) => !found.targets.includes(code));
    return { ...coded(entry, frame, formOf(at)), sources, targets: found.targets };
  };

  /** The noun of a deed that a verb has as its object, or behind one of its prepositions ("called for talks"). */
  const nounBelow = ({ objects, obliques }: Frame): number | null => {
    const behind = obliques.filter(({ by }) => !beside.has(by)).map(({ word }) => word);
    const isDeed = (word: number) => uposOf(tree, word) === 'NOUN' && matchAt(tree, word, words.noun) !== null;
    return [...objects, ...behind].find(isDeed) ?? null;
  };

  /** An infinitive: "to help Iran". */
  const leadsTo = (word: number): boolean =>
    featOf(tree, word, 'VerbForm') === 'Inf' &&
    dependants(tree, word, 'mark').some((mark) => lemmaOf(tree, mark) === 'to');

  const verbHappening = (at: number, depth: number): Happening | null => {
    if (depth > maxDepth) return null;
    taken.add(at);
    const frame = timeless(scene, verbFrame(tree, at));
    const own = matchAt(tree, at, words.own);
    if (own?.code === '') return null;
    const entry = own ?? matchAt(tree, at, words.verb);
    const long = entry === null ? -1 : lengthOf(entry);
    const fits = (word: DyadWord | null): word is DyadWord => word !== null && long <= lengthOf(word);
    const [say, govern, same, light] = [words.say, words.govern, words.same, words.light].map((index) =>
      matchAt(tree, at, index),
    );
    const subjects = actors.of(frame.subjects);
    const clauses = frame.complements.filter(
      (word) => clausal.has(uposOf(tree, word)) && (relationOf(tree, word) !== 'advcl' || leadsTo(word)),
    );
    const content = clauses.find((word) => relationOf(tree, word) === 'ccomp');
    if (fits(say ?? null) && content !== undefined) {
      const told = toldBy(frame, subjects, content, depth);
      if (told !== null) return told;
    }
    if (govern != null && fits(govern)) {
      const governed = governedBy(govern, frame, subjects, clauses, depth);
      if (governed !== null) return inMood(scene, at, governed);
    }
    const noun = light != null && entry === null ? nounBelow(frame) : null;
    const carried = noun === null ? null : nounHappening(noun, frame);
    if (carried !== null) return inMood(scene, at, carried);
    if (fits(same ?? null)) {
      const inner = sameBelow(subjects, clauses, depth);
      if (inner !== null) return inMood(scene, at, inner);
    }
    if (entry !== null) {
      // "met to discuss": what a deed is done for is no deed beside it.
      for (const word of clauses) if (leadsTo(word)) taken.add(word);
      return inMood(scene, at, { ...coded(entry, frame, formOf(at)), ...parties(entry, [frame], null) });
    }
    const pronoun = frame.subjects.some((word) => uposOf(tree, word) === 'PRON');
    if (!statements || say == null || pronoun) return null;
    const why = [`010: "${formOf(at)}" is a statement`];
    return { ...deed('010', frame, why), sources: subjects, targets: actors.behind(frame, subjects) };
  };

  /** "began to withdraw" */
  const sameBelow = (subjects: readonly string[], clauses: readonly number[], depth: number): Happening | null => {
    for (const word of clauses) {
      const inner = verbHappening(word, depth + 1);
      if (inner !== null) return { ...inner, sources: subjects.length > 0 ? subjects : inner.sources };
    }
    return null;
  };

  /** What is asked for, intended, demanded, refused or threatened, of whom. */
  const governedBy = (
    { words: governing, code: root, weis }: DyadWord,
    frame: Frame,
    subjects: readonly string[],
    clauses: readonly number[],
    depth: number,
  ): Happening | null => {
    const addressed = actors.of(frame.objects).filter((code) => !subjects.includes(code));
    const as = (code: string, targets: readonly string[], inner: Happening): Happening => ({
      ...deed(code, frame, [...inner.why, `${code}: "${formOf(frame.word)}" is ${governing}`], weis),
      sources: subjects,
      targets,
    });
    for (const word of clauses) {
      const inner = verbHappening(word, depth + 1);
      if (inner === null) continue;
      // Whoever wants another to act appeals to them.
      const turned = root === '03' && addressed.length > 0 && relationOf(tree, word) === 'xcomp' ? '02' : root;
      const code = mirrored(turned, inner.code);
      if (code !== null) return as(code, addressed.length > 0 ? addressed : inner.targets, inner);
    }
    const noun = nounBelow(frame);
    const inner = noun === null ? null : nounHappening(noun, frame);
    const code = inner === null ? null : mirrored(root, inner.code);
    if (inner === null || code === null) return null;
    return as(code, inner.targets.length > 0 ? inner.targets : addressed, inner);
  };

  /**
   * What somebody says of a deed: their own harm is an admission, that of others an accusation; anything else is told
   * as it is.
   */
  const toldBy = (frame: Frame, subjects: readonly string[], clause: number, depth: number): Happening | null => {
    const inner = verbHappening(clause, depth + 1);
    const root = demandIn(scene, clause);
    if (root !== null && clause > frame.word) {
      const targets = actors.of(verbFrame(tree, clause).subjects).filter((code) => !subjects.includes(code));
      const code = (inner === null ? null : mirrored(root, inner.code)) ?? `${root}0`;
      const why = [...(inner?.why ?? []), `${code}: "${formOf(frame.word)}" says what others must do`];
      return { ...deed(code, frame, why), sources: subjects, targets };
    }
    if (inner === null) return null;
    const pronoun = inner.frame.subjects.some((word) => uposOf(tree, word) === 'PRON');
    const sources = pronoun ? subjects : inner.sources;
    if (clause < frame.word || !isHarm(inner.code)) return { ...inner, sources };
    const tells = (code: string, whose: string) => [
      ...inner.why,
      `${code}: "${formOf(frame.word)}" tells of ${whose} harm`,
    ];
    if (pronoun || inner.sources.some((code) => subjects.includes(code)))
      return { ...deed('015', inner.frame, tells('015', 'their own')), sources: subjects, targets: inner.targets };
    const others = [
      inner.sources,
      actors.inSlots(['from'], [inner.frame], []),
      inner.targets,
      actors.behind(inner.frame, subjects),
    ].map((found) => found.filter((code) => !subjects.some((one) => isOf(one, code))));
    const targets = others.find((found) => found.length > 0) ?? [];
    return { ...deed('112', inner.frame, tells('112', 'others’')), sources: subjects, targets };
  };

  return {
    atVerb: (at) => verbHappening(at, 0),
    atNoun: (at) => nounHappening(at, null),
    isTaken: (at) => taken.has(at),
  };
}

/** Prepositions of what stands beside a deed and is not what the verb does. */
const beside = new Set(['by', 'after', 'since', 'before', 'during']);
const clausal = new Set(['VERB', 'ADJ', 'AUX', 'NOUN']);

/** What somebody says that others must do is a demand, what they should do an appeal. */
function demandIn({ tree }: Scene, at: number): '10' | '02' | null {
  const modals = dependants(tree, at, 'aux').map((child) => lemmaOf(tree, child));
  if (modals.includes('must')) return '10';
  return modals.includes('should') || modals.includes('ought') ? '02' : null;
}

const deed = (code: string, frame: Frame, why: readonly string[], weis: Category | null = null) => ({
  code,
  weis: weis ?? weisOf(code),
  back: null,
  frame,
  why,
});

const coded = ({ words, code, weis, back }: DyadWord, frame: Frame, form: string) => ({
  ...deed(code, frame, [`${code}: "${form}" is ${words}`], weis),
  back,
});

/** A frame whose subject is a time ("Lawmakers Tuesday endorsed"): the noun in front of the verb is its subject. */
function timeless({ tree, reading }: Scene, frame: Frame): Frame {
  const isTime = (word: number) => {
    const span = tree.tokens[word]?.span;
    return (
      span !== undefined && reading.times.some((time) => time.span.start <= span.start && span.end <= time.span.end)
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
}
