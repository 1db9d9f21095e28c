import type { Sentence } from '../../../src/model/index.ts';
import type { Mention } from './mentions.ts';
import { names } from './phrases.ts';

/** Mentions of a document taken for one person, body or thing. */
export interface Entity {
  readonly mentions: readonly Mention[];
  /** Each wording once. */
  readonly texts: readonly string[];
}

const titles = new Set(
  `mr mrs ms dr doctor president minister general gen colonel col lieutenant captain major judge father bishop
  archbishop senator deputy mayor governor attorney lawyer professor engineer priest monsignor don reverend rev commander
  comrade sergeant`.split(/\s+/),
);

const singular = (noun: string) =>
  noun
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/s$/, '');

/**
 * Mentions with one head are one entity; so are a surname and the full name that has it ("Judge Ayala", "Maria Ayala
 * Perez"), and an acronym and the name beside it in brackets ("FMLN [Farabundo Marti National Liberation Front]").
 */
export function entitiesOf(sentences: readonly Sentence[], mentions: readonly Mention[]): Entity[] {
  const keyOf = ({ head, named }: Mention) => (named ? head : singular(head));
  const same = new Map<string, string>();
  const find = (key: string): string => {
    const up = same.get(key);
    return up === undefined ? key : find(up);
  };
  const join = (a: Mention, b: Mention) => {
    const [one, other] = [find(keyOf(a)), find(keyOf(b))];
    if (one !== other) same.set(other, one);
  };
  const full = mentions.filter(({ named, normalised }) => named && normalised.includes(' '));
  for (const mention of mentions) {
    const name = fullNameOf(mention, full);
    if (name !== undefined) join(name, mention);
  }
  mentions.forEach((mention, at) => {
    const next = mentions[at + 1];
    if (next !== undefined && explains(sentences, mention, next)) join(mention, next);
  });
  const entities = new Map<string, { mentions: Mention[]; texts: string[] }>();
  for (const mention of mentions) {
    const key = find(keyOf(mention));
    const entity = entities.get(key) ?? { mentions: [], texts: [] };
    entity.mentions.push(mention);
    if (!entity.texts.includes(mention.text)) entity.texts.push(mention.text);
    entities.set(key, entity);
  }
  return [...entities.values()];
}

/** The full name of which a mention is a surname, alone or after a title. */
function fullNameOf({ named, text, normalised }: Mention, full: readonly Mention[]): Mention | undefined {
  if (!named || /^\p{Lu}{2,}$/u.test(text)) return undefined;
  const words = normalised.split(' ');
  const name = words.at(-1) ?? '';
  if (name.length < 4 || titles.has(name) || (words.length > 1 && !titles.has(words[0] ?? ''))) return undefined;
  return full.find(
    ({ head, normalised: whole }) =>
      head !== name && whole.split(' ').includes(name) && !names(head, 'property') && !names(head, 'body'),
  );
}

const isAcronym = ({ text }: Mention) => /^\p{Lu}\p{L}{1,6}$/u.test(text.replace(/^the /i, ''));

/** Whether `next` stands in brackets right behind a mention, and one of the two is short for the other. */
function explains(sentences: readonly Sentence[], mention: Mention, next: Mention): boolean {
  if (mention.sentence !== next.sentence || !(isAcronym(mention) || isAcronym(next))) return false;
  const tokens = sentences[mention.sentence]?.tokens ?? [];
  return next.from === mention.to + 2 && /^[[(]$/.test(tokens[mention.to + 1]?.form ?? '');
}
