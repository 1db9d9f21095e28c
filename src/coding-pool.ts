import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CodingAnswer, CodingTask } from './coding-worker.ts';
import {
  type CodedText,
  codeBytes,
  type Knowledge,
  type KnowledgeOptions,
  loadKnowledge,
  type Outcome,
} from './pipeline.ts';
import { loadFile } from './read/index.ts';
import { shipped } from './text/index.ts';

export interface PoolOptions extends KnowledgeOptions {
  /** Publication date of files that do not tell theirs. */
  readonly published?: string | null;
  /** Threads; the cores of the machine when not given. */
  readonly threads?: number;
}

/** Fewer files than this for each thread are coded here: a thread takes a second to load its words and models. */
const worthAThread = 10;

/**
 * Codes files on all cores and gives them back in their order. Nothing is stored; a file that cannot be read is an
 * outcome like any other. Memory is bounded: each thread is at most two files ahead.
 */
export async function* codeFiles(
  paths: readonly string[],
  options: PoolOptions = {},
): AsyncGenerator<{ path: string; outcome: Outcome<CodedText> }> {
  const published = options.published ?? null;
  const threads = Math.min(options.threads ?? availableParallelism(), Math.floor(paths.length / worthAThread));
  if (threads < 2) {
    const knowledge = loadKnowledge(options);
    for (const path of paths) yield { path, outcome: codeFile(path, knowledge, published) };
    return;
  }
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(shipped('dist', 'coding-worker.js'), {
        workerData: {
          tables: options.tables,
          explain: options.explain,
          dyads: options.dyads,
          dictionaries: options.dictionaries,
        },
      }),
  );
  try {
    const pending: Promise<Outcome<CodedText>>[] = [];
    for (let next = 0, done = 0; done < paths.length; done++) {
      for (; next < paths.length && next < done + 2 * threads; next++) {
        const worker = workers[next % threads] as Worker;
        const answer = ask(worker, { path: paths[next] as string, published });
        // A fault is thrown where its file's turn comes, not before.
        answer.catch(() => undefined);
        pending.push(answer);
      }
      yield { path: paths[done] as string, outcome: await (pending[done] as Promise<Outcome<CodedText>>) };
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Codes one file without storing it. */
export function codeFile(path: string, knowledge: Knowledge, published: string | null): Outcome<CodedText> {
  const loaded = loadFile(path);
  return loaded.ok ? codeBytes(loaded.bytes, path, knowledge, { published }) : loaded;
}

/** A worker answers in the order that it was asked. */
function ask(worker: Worker, task: CodingTask): Promise<Outcome<CodedText>> {
  const waiting = queues.get(worker) ?? listen(worker);
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.postMessage(task);
  });
}

interface Waiting {
  resolve(outcome: Outcome<CodedText>): void;
  reject(error: Error): void;
}

const queues = new WeakMap<Worker, Waiting[]>();

function listen(worker: Worker): Waiting[] {
  const waiting: Waiting[] = [];
  queues.set(worker, waiting);
  worker.on('message', (answer: CodingAnswer) => {
    const first = waiting.shift();
    if ('fault' in answer) first?.reject(new Error(answer.fault));
    else first?.resolve(answer.outcome);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error instanceof Error ? error : new Error(String(error)));
  });
  return waiting;
}
