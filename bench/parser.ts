import { languageOf } from '../src/lang/index.ts';
import { analyse } from '../src/parse/analyse.ts';
import { type Parsed, parse } from '../src/parse/index.ts';
import { type Model, modelOf } from '../src/parse/model.ts';
import { type GoldSentence, rawText, readTreebank } from '../train/treebank.ts';
import { type EvaluatedWord, evaluate, goldSide, type Scores, type Side, universal } from './support/conll18.ts';
import { type Bench, developmentFile } from './support/harness.ts';

/** The system side: tokens of a parsed text, places counted without white space. */
function systemSide(text: string, parsed: Parsed): Side {
  const place = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) place[i + 1] = (place[i] as number) + (/\s/.test(text[i] as string) ? 0 : 1);
  const at = (i: number) => place[i] as number;
  const words: EvaluatedWord[] = [];
  const tokens = new Set<string>();
  const sentences = new Set<string>();
  for (const { span, tokens: own } of parsed.sentences) {
    sentences.add(`${at(span.start)}-${at(span.end)}`);
    const base = words.length;
    for (const token of own) {
      const { start, end } = token.contraction ?? token.span;
      tokens.add(`${at(start)}-${at(end)}`);
      words.push({
        start: at(start),
        end: at(end),
        multi: token.contraction !== undefined,
        form: token.form,
        upos: token.upos,
        head: token.head < 0 ? -1 : base + token.head,
        deprel: universal(token.deprel),
      });
    }
  }
  return { words, tokens, sentences };
}

/** UPOS, UAS and LAS with the treebank's own sentences and words. */
function onGoldTokens(gold: readonly GoldSentence[], model: Model): Scores {
  let [words, upos, uas, las] = [0, 0, 0, 0];
  for (const sentence of gold) {
    const { tags, heads, labels } = analyse(sentence.forms, model);
    for (let i = 0; i < sentence.forms.length; i++) {
      words++;
      if (model.uposOf[tags[i] as number] === sentence.upos[i]) upos++;
      if (heads[i] !== sentence.heads[i]) continue;
      uas++;
      const label = heads[i] === -1 ? 'root' : (model.labels[labels[i] as number] as string);
      if (universal(label) === universal(sentence.deprels[i] as string)) las++;
    }
  }
  return { tokens: 1, sentences: 1, upos: upos / words, uas: uas / words, las: las / words };
}

function modelFor(lang: string): Model {
  const model = modelOf(lang);
  if (model === null) throw new Error(`No model for language "${lang}": give --lang en or --lang fr.`);
  return model;
}

/** Words per CPU-second from raw text to trees: the best of three runs over the text, after a first that warms up. */
function speed(text: string, lang: string): number {
  let best = 0;
  for (let run = 0; run < 4; run++) {
    const before = process.cpuUsage();
    const parsed = parse(text, { lang });
    const { user, system } = process.cpuUsage(before);
    const words = parsed.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
    if (run > 0) best = Math.max(best, words / ((user + system) / 1e6));
  }
  return best;
}

const others = [
  ['gum', 'en', ['en-gum-open', 'dev.conllu.gz']],
  ['fr_sequoia', 'fr', ['fr-sequoia', 'dev.conllu.gz']],
  ['fr_gsd', 'fr', ['fr-gsd', 'dev.conllu.gz']],
] as const;

const bench: Bench = {
  about: 'tags and trees against Universal Dependencies treebanks (CoNLL 2018 definitions; labels without subtypes)',
  floors: {
    upos: 0.952,
    uas: 0.855,
    las: 0.815,
    raw_las: 0.78,
    token_f1: 0.985,
    // The web texts of EWT leave out many full stops and line breaks that end a sentence there.
    sentence_f1: 0.83,
    tokens_per_cpu_s: 10_000,
    gum_las: 0.825,
    fr_sequoia_las: 0.84,
    fr_gsd_las: 0.79,
  },
  needsData: true,
  async run({ data, lang }) {
    const code = languageOf(lang ?? 'en')?.code ?? 'en';
    const file = data ?? developmentFile('treebanks', 'en-ewt', 'dev.conllu.gz');
    const gold = readTreebank(file);
    const onGold = onGoldTokens(gold, modelFor(code));
    const text = rawText(gold);
    const raw = evaluate(goldSide(gold), systemSide(text, parse(text, { lang: code })));
    const figures: Record<string, number> = {
      upos: onGold.upos,
      uas: onGold.uas,
      las: onGold.las,
      raw_las: raw.las,
      raw_uas: raw.uas,
      raw_upos: raw.upos,
      token_f1: raw.tokens,
      sentence_f1: raw.sentences,
      tokens_per_cpu_s: speed(text, code),
    };
    if (data === null) {
      for (const [name, of, path] of others) {
        const sentences = readTreebank(developmentFile('treebanks', ...path));
        const { upos, uas, las } = onGoldTokens(sentences, modelFor(of));
        figures[`${name}_upos`] = upos;
        figures[`${name}_uas`] = uas;
        figures[`${name}_las`] = las;
        const running = rawText(sentences);
        figures[`${name}_raw_las`] = evaluate(
          goldSide(sentences),
          systemSide(running, parse(running, { lang: of })),
        ).las;
      }
    }
    return {
      bench: 'parser',
      data: file,
      rows: gold.length,
      figures,
      peers:
        data === null
          ? [
              { name: 'UDPipe 1', figure: 'las', value: 0.811, origin: 'published for EWT, gold tokens' },
              {
                name: 'UDPipe 1',
                figure: 'tokens_per_cpu_s',
                value: 3400,
                origin: 'C++, small model, tagging and parsing, measured on a machine of 2 cores',
              },
            ]
          : [],
    };
  },
};

export default bench;
