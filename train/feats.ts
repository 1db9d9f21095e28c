import { commonest, tally } from './lemmas.ts';
import type { GoldSentence } from './treebank.ts';

/** Commonest features of each tag, and of the words that stand out from their tag. Keys of `words` are `form<TAB>tag`. */
export interface FeatureTables {
  readonly tags: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, string>;
}

/** Gender hangs on the word, not on the tag: it is told only where the word is known. */
const withoutGender = (feats: string) => {
  const kept = feats.split('|').filter((feat) => !feat.startsWith('Gender='));
  return kept.length === 0 ? '_' : kept.join('|');
};

/** Voice is left to the tree: a participle is passive by its auxiliary. */
const withoutVoice = (feats: string) => {
  const kept = feats.split('|').filter((feat) => !feat.startsWith('Voice='));
  return kept.length === 0 ? '_' : kept.join('|');
};

export function trainFeats(
  sentences: readonly GoldSentence[],
  tagOf: (sentence: GoldSentence, i: number) => string,
): FeatureTables {
  const ofTag = new Map<string, Map<string, number>>();
  const ofWord = new Map<string, Map<string, number>>();
  for (const sentence of sentences) {
    sentence.forms.forEach((form, i) => {
      const tag = tagOf(sentence, i);
      const feats = withoutVoice(sentence.feats[i] as string);
      tally(ofTag, tag, withoutGender(feats));
      tally(ofWord, `${form.toLowerCase().replace('’', "'")}\t${tag}`, feats);
    });
  }
  const tags = new Map<string, string>();
  for (const tag of [...ofTag.keys()].sort()) tags.set(tag, commonest(ofTag.get(tag) as Map<string, number>)[0]);
  const words = new Map<string, string>();
  for (const key of [...ofWord.keys()].sort()) {
    const [feats, count] = commonest(ofWord.get(key) as Map<string, number>);
    if (count >= 2 && feats !== tags.get(key.slice(key.indexOf('\t') + 1))) words.set(key, feats);
  }
  return { tags, words };
}
