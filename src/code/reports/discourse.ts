import type { Attribution, Participant, Period, Place } from '../../model/index.ts';
import type { Draft } from './draft.ts';

/** What is asked about a pronoun or a definite noun: "they", "the group". */
export interface Question {
  readonly lemma: string;
  readonly form: string;
  readonly pronoun: boolean;
  readonly plural: boolean;
  readonly group: boolean;
  readonly armed: boolean;
  readonly sentence: number;
  readonly at: number;
}

/** Somebody who was spoken of. */
export interface Known extends Participant {
  readonly at: number;
  readonly sentence: number;
  readonly plural: boolean;
  /** One person by name or title. */
  readonly person: boolean;
  readonly subject: boolean;
}

/** What a document has told so far; one for each document, filled as its sentences are read. */
export interface Discourse {
  remember(known: Known): void;
  /** Whom a pronoun or a definite noun most likely stands for; null: nobody near. */
  recall(question: Question): Known | null;
  readonly drafts: Draft[];
  /** When and by whom something was said last, by the name or text of the speaker. */
  readonly spoken: Map<string, Period>;
  /** When something was said last: the figure that "this count" means. */
  figure: Period | null;
  speaker: Attribution | null;
}

const persons = new Set(['he', 'she', 'him', 'her', 'his']);
const things = new Set(['it', 'its']);
const many = new Set(['they', 'them', 'their', 'ils', 'elles', 'leur', 'leurs', 'eux']);
const french = new Set(['il', 'elle', 'lui', 'son', 'sa', 'ses']);

/** Mentions that are remembered, at least: those of some thirty sentences. */
const mostKnown = 150;

/** Sentences between a pronoun and what it stands for. */
const reach = 3;

export function startDiscourse(): Discourse {
  const known: Known[] = [];
  const starts: number[] = [];
  return {
    drafts: [],
    spoken: new Map(),
    figure: null,
    speaker: null,
    remember(one) {
      known.push(one);
      if (starts.at(-1) !== one.sentence) starts.push(one.sentence);
      // A long document must not grow slower with each sentence.
      if (known.length > 2 * mostKnown) known.splice(0, mostKnown);
      if (starts.length > 2 * mostKnown) starts.splice(0, mostKnown);
    },
    recall({ lemma, form, pronoun, plural, group, armed, sentence, at }) {
      const until = starts.findLastIndex((start) => start <= sentence);
      // The first sentence that is near enough for a pronoun.
      const from = pronoun ? (starts[until - reach] ?? 0) : 0;
      const before = known.filter((one) => one.at < at && one.sentence >= from).reverse();
      const subjectsFirst = [...before.filter(({ subject }) => subject), ...before.filter(({ subject }) => !subject)];
      if (pronoun) {
        const word = persons.has(form) ? form : lemma;
        if (persons.has(word)) return subjectsFirst.find(({ person }) => person) ?? null;
        if (things.has(word))
          return subjectsFirst.find((one) => !one.person && !one.plural && one.actor !== null) ?? null;
        if (many.has(word) || many.has(form))
          return subjectsFirst.find((one) => one.plural || (!one.person && one.actor !== null)) ?? null;
        if (french.has(word) || french.has(form)) return subjectsFirst.find((one) => one.actor !== null) ?? null;
        return null;
      }
      if (group) {
        // "the community", "the village": people of a place, not the organisation of a like name.
        if (people.has(lemma)) return null;
        const named = before.filter(({ actor, person }) => actor !== null && !person);
        return named.find(({ head }) => head.toLowerCase() === lemma) ?? named.find((one) => fits(lemma, one)) ?? null;
      }
      if (armed && plural) {
        const same = before.find(({ head, actor }) => actor !== null && head.toLowerCase() === form);
        if (same !== undefined) return same;
        return (
          before.find(
            ({ actor, sector }) =>
              actor !== null &&
              sector !== 'igo' &&
              sector !== 'government' &&
              sector !== 'military' &&
              sector !== 'police' &&
              sector !== 'civilian',
          ) ?? null
        );
      }
      return null;
    },
  };
}

/** Collectives that are never short for an actor told before. */
const people = new Set([
  'community',
  'communauté',
  'people',
  'peuple',
  'population',
  'family',
  'famille',
  'village',
  'crowd',
  'foule',
  'town',
  'city',
  'ville',
  'region',
  'région',
  'public',
]);

const sectorsOf: Readonly<Record<string, readonly Participant['sector'][]>> = {
  militia: ['militia', 'rebel'],
  milice: ['militia', 'rebel'],
  group: ['rebel', 'militia', 'ngo', 'pmc'],
  groupe: ['rebel', 'militia', 'ngo', 'pmc'],
  movement: ['rebel', 'militia', 'civilian'],
  mouvement: ['rebel', 'militia', 'civilian'],
  mission: ['igo'],
  organisation: ['igo', 'ngo', 'rebel'],
  organization: ['igo', 'ngo', 'rebel'],
  company: ['media', 'pmc'],
  coalition: ['military', 'igo', 'rebel'],
  junta: ['military', 'government'],
  junte: ['military', 'government'],
  council: ['military', 'government', 'igo'],
  country: ['government'],
  pays: ['government'],
};

const fits = (lemma: string, one: Known): boolean => sectorsOf[lemma]?.includes(one.sector) ?? false;

/** Place and time of the happening that a document tells mainly: the last attack with people harmed. */
export function lastAttack(discourse: Discourse): { place: Place | null; when: Period | null; draft: Draft } | null {
  const isAttack = ({ type, status }: Draft) => type === 'ASSAULT' && status !== 'planned';
  const draft =
    discourse.drafts.findLast((one) => one.when !== null && isAttack(one)) ?? discourse.drafts.findLast(isAttack);
  return draft === undefined ? null : { place: draft.place, when: draft.when, draft };
}
