import { parentPort, workerData } from 'node:worker_threads';
import { type CodedText, codeBytes, type KnowledgeOptions, loadKnowledge, type Outcome } from './pipeline.ts';
import { loadFile } from './read/index.ts';

/** What the pool sends: one file to code. */
export interface CodingTask {
  readonly path: string;
  readonly published: string | null;
}

/** What comes back: what was coded, a refusal, or the fault of a broken program. */
export type CodingAnswer = { readonly outcome: Outcome<CodedText> } | { readonly fault: string };

const knowledge = loadKnowledge(workerData as KnowledgeOptions);

parentPort?.on('message', ({ path, published }: CodingTask) => {
  parentPort?.postMessage(answer(path, published));
});

function answer(path: string, published: string | null): CodingAnswer {
  try {
    const loaded = loadFile(path);
    return { outcome: loaded.ok ? codeBytes(loaded.bytes, path, knowledge, { published }) : loaded };
  } catch (error) {
    return { fault: `${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
}
