import type { DictionaryPattern, DictionaryVerbs } from '../../model/index.ts';
import { indexed } from '../lexicon/index.ts';
import type { DyadIndex, DyadWord } from './words.ts';

/** The prepositions that a target stands behind where a dictionary's pattern does not say. */
const slotsOf = (slot: string | null, usual: readonly string[]): readonly string[] => (slot === null ? usual : [slot]);

/**
 * The verbs of a user's dictionaries by the head of each form. A verb without a code of its own is left to our words; a
 * pattern without one (`[---]`) is no event. `[042:043]`: the target does the second in turn; `[:173]`: it alone does.
 */
export function ownVerbs(blocks: readonly DictionaryVerbs[]): DyadIndex {
  const entries: { head: string; entry: DyadWord }[] = [];
  for (const { verbs, patterns } of blocks)
    for (const { forms, code, back } of verbs)
      for (const form of forms) {
        const [head = '', ...rest] = form.split(' ');
        const bare = { words: form, before: [], after: [], code, back, source: null, target: null };
        const own = code === null && back === null ? patterns : [bare, ...patterns];
        for (const pattern of own) entries.push({ head, entry: wordOf(form, rest, pattern) });
      }
  return indexed(entries);
}

function wordOf(form: string, rest: readonly string[], found: DictionaryPattern): DyadWord {
  const { words, before, after, code, back } = found;
  const source = slotsOf(found.source, ['subj']);
  const target = slotsOf(found.target, ['obj']);
  const turned = code === null && back !== null;
  return {
    words: words === form ? form : `${form}: ${words}`,
    pattern: { before: [], ahead: before, after: [...rest, ...after] },
    code: (turned ? back : code) ?? '',
    back: turned ? null : back,
    weis: null,
    source: turned ? target : source,
    target: turned ? source : target,
  };
}
