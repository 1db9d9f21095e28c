import { type Language, languageOf, languages } from '../lang/index.ts';
import type {
  Attribution,
  Claim,
  DictionaryVerbs,
  Document,
  NameContext,
  Names,
  Period,
  Refusal,
  Sentence,
} from '../model/index.ts';
import { type Saying, sayingsOf } from './attribution.ts';
import { claimsOf, nothingYet } from './claims/index.ts';
import type { Coded, Coder } from './coder.ts';
import {
  type ActorCoder,
  type Dyad,
  type DyadOptions,
  type DyadWords,
  dyadsOf,
  ownVerbs,
  readDyadWords,
  withReports,
} from './dyads/index.ts';
import { type Tree, treeOf } from './frames/index.ts';
import { type DeedLexicon, readDeeds, shippedLexicon } from './lexicon/index.ts';
import { type Reading, readSentence, type Surroundings } from './reading.ts';
import { type Discourse, finish, readDeedsOf, type Scene, startDiscourse } from './reports/index.ts';
import { talliesOf } from './victims.ts';
import { placeOfDocument } from './where.ts';

const name = 'rules@1';

export interface RulesOptions {
  /** Folders with `LANG/deeds.tsv`, whose lines come before the shipped ones. */
  readonly lexicons?: readonly string[];
  /** Reports carry `why`: the words and the rule behind each value. */
  readonly explain?: boolean;
  /** English verbs of a user's dictionaries, whose codes stand before ours in dyads. */
  readonly verbs?: readonly DictionaryVerbs[];
}

/** What is coded of a document, with its sentences as CAMEO codes them. */
export interface CodedWithDyads extends Coded {
  readonly dyads: readonly Dyad[];
}

export interface RulesCoder extends Coder {
  /**
   * The sentences of a document as CAMEO codes them: who does what to whom, statements too, a triple of codes each.
   * `codesOf` says what a party is called; parties without a code take no part.
   */
  dyads(
    document: Document,
    sentences: readonly Sentence[],
    names: Names,
    codesOf: ActorCoder,
    options?: DyadOptions,
  ): readonly Dyad[];
  /** Reports, claims and dyads of a document in one go. */
  withDyads(
    document: Document,
    sentences: readonly Sentence[],
    names: Names,
    codesOf: ActorCoder,
    options?: DyadOptions,
  ): CodedWithDyads;
  /** Lines of the word lists that could not be read; the others count. */
  faults(): readonly Refusal[];
}

/**
 * The coder by rules: dependency trees and word lists. English and French. Sentences without a tree (no model for the
 * language) give claims and no reports.
 */
export function rulesCoder({ lexicons = [], explain = false, verbs = [] }: RulesOptions = {}): RulesCoder {
  const loaded = new Map<string, DeedLexicon>();
  const lexiconOf = (language: Language): DeedLexicon => {
    let lexicon = loaded.get(language.code);
    if (lexicon === undefined) {
      lexicon = readDeeds([...lexicons, shippedLexicon()], language.code);
      loaded.set(language.code, lexicon);
    }
    return lexicon;
  };
  const dyadWords = new Map<string, DyadWords | null>();
  const dyadWordsOf = (lang: string | null): DyadWords | null => {
    if (lang === null) return null;
    if (!dyadWords.has(lang)) {
      const words = readDyadWords([...lexicons, shippedLexicon()], lang);
      dyadWords.set(lang, words === null || lang !== 'en' ? words : { ...words, own: ownVerbs(verbs) });
    }
    return dyadWords.get(lang) ?? null;
  };
  const read = (
    document: Document,
    sentences: readonly Sentence[],
    names: Names,
    each: (scene: Scene, discourse: Discourse) => void,
  ) => {
    const language = languageOf(document.lang);
    if (language === null) return { reports: [], claims: [] };
    const context: NameContext = {
      lang: document.lang,
      countries: names.countriesOf(document.text, document.lang),
      date: document.published?.from ?? null,
    };
    const surroundings: Surroundings = { document, language, names, context };
    const lexicon = lexiconOf(language);
    let place: { readonly found: ReturnType<typeof placeOfDocument> } | null = null;
    const elsewhere = () => {
      place ??= { found: placeOfDocument(surroundings) };
      return place.found;
    };
    const claims: Claim[] = [];
    const discourse = startDiscourse();
    let memory = nothingYet;
    let previous: Period | null = null;
    let speaker: Attribution | null = null;
    for (const sentence of sentences.flatMap((whole) => pieces(document.text, whole))) {
      const reading = readSentence(surroundings, sentence, previous);
      const tallies = talliesOf(reading);
      const tree = treeOf(sentence.tokens);
      const sayings: Saying[] = sayingsOf(reading, speaker).filter((saying) => isSaid(reading, tree, saying));
      const found = claimsOf(reading, tallies, sayings, memory, elsewhere, name);
      claims.push(...found.claims);
      if (sentence.tokens.length > 0) {
        const scene: Scene = {
          reading,
          tree,
          lexicon,
          sayings,
          tallies,
          taken: found.taken,
          claimed: found.claims.map(({ provenance }) => provenance.span),
          elsewhere,
          parties: new Map(),
        };
        readDeedsOf(scene, discourse);
        each(scene, discourse);
      }
      memory = { ...found.memory, happening: discourse.drafts.at(-1)?.when ?? null };
      previous = reading.times.findLast(({ period }) => period !== null)?.period ?? previous;
      speaker = sayings.at(-1)?.by ?? null;
    }
    const reports = finish(discourse, document, name);
    return { reports: explain ? reports : reports.map(({ why: _, ...report }) => report), claims };
  };
  const withDyads: RulesCoder['withDyads'] = (document, sentences, names, codesOf, options) => {
    const found: Dyad[][] = [];
    const words = dyadWordsOf(document.lang);
    const coded = read(document, sentences, names, (scene, discourse) => {
      if (words !== null) found.push(dyadsOf(scene, discourse, words, codesOf, options));
    });
    return { ...coded, dyads: withReports(found.flat(), sentences, coded.reports, codesOf) };
  };
  return {
    name,
    withDyads,
    dyads: (...given) => withDyads(...given).dyads,
    faults: () =>
      languages.flatMap((language) => [...lexiconOf(language).faults, ...(dyadWordsOf(language.code)?.faults ?? [])]),
    code: (document, sentences, names) => read(document, sentences, names, () => {}),
  };
}

/** False for a noun or a name that looks like a verb of saying: "the United States". Without a tree all are believed. */
function isSaid(reading: Reading, { tokens }: Tree, { from, next }: Saying): boolean {
  if (tokens.length === 0) return true;
  const { start, end } = reading.spanOf(from, next);
  const inside = tokens.filter(({ span }) => span.start >= start && span.end <= end);
  return inside.some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'ADP');
}

/** Units from which on a "sentence" is none, but a table or a text without full stops. */
const longestSentence = 2000;

/** Cuts an endless sentence at white space, so that the work stays in proportion to the text. */
function pieces(text: string, sentence: Sentence): Sentence[] {
  const { start, end } = sentence.span;
  if (end - start <= longestSentence) return [sentence];
  const parts: Sentence[] = [];
  for (let from = start; from < end; ) {
    let to = Math.min(end, from + longestSentence);
    while (to < end && to > from + longestSentence / 2 && !/\s/.test(text[to] ?? ' ')) to -= 1;
    parts.push({ ...sentence, span: { start: from, end: to }, tokens: [] });
    from = to;
  }
  return parts;
}
