import type { Command } from 'commander';
import { type Document, refusalText } from '../model/index.ts';
import { drawTree, type Parsed, parse, toConllu } from '../parse/index.ts';
import { findFiles, loadFile, read } from '../read/index.ts';
import { command, exit, printJson, tell } from './command.ts';

export function parseCommand(): Command {
  return command(
    'parse',
    'Prints the sentences of texts as dependency trees: CoNLL-U, which any tool of Universal Dependencies reads.',
    'griot parse article.txt --tree',
  )
    .argument('<file...>', 'text or HTML files, or folders of them')
    .option('--lang <code>', 'language of the texts (en, fr), where it is not told rightly')
    .option('--tree', 'draw the trees for people instead')
    .action((paths: string[], options: { lang?: string; tree?: boolean; json?: boolean }) => {
      const found = findFiles(paths);
      for (const { refusal } of found.refused) tell(`left out: ${refusalText(refusal)}`);
      let parsed = 0;
      for (const path of found.files) {
        const loaded = loadFile(path);
        const reading = loaded.ok ? read(loaded.bytes, path) : loaded;
        if (!reading.ok) {
          tell(`left out: ${refusalText(reading.refusal)}`);
          continue;
        }
        parsed += 1;
        const { document } = reading;
        const trees = parse(document.text, { lang: options.lang ?? document.lang });
        if (trees.message !== null) tell(`⚠ ${path}: ${trees.message}`);
        if (options.json) printJson({ document: document.id, origin: path, ...trees });
        else process.stdout.write(options.tree ? drawn(document, trees) : toConllu(document.text, trees));
      }
      if (parsed === 0) process.exitCode = exit.unusable;
      else if (parsed < found.files.length || found.refused.length > 0) process.exitCode = exit.rejected;
    });
}

/** Each sentence as it stands in the text, its tree below. */
function drawn({ text }: Document, { sentences }: Parsed): string {
  return sentences
    .map((sentence) => {
      const written = text.slice(sentence.span.start, sentence.span.end).replaceAll(/\s+/g, ' ');
      return `${written}\n${sentence.tokens.length === 0 ? '' : `${drawTree(sentence)}\n`}\n`;
    })
    .join('');
}
