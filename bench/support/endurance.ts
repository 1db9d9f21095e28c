import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  closeRecord,
  listDocuments,
  listSnapshots,
  openRecord,
  readLog,
  verifyRecord,
} from '../../src/record/index.ts';
import { seeded } from '../../src/stats/index.ts';

/** What one step of the child writes; any other number is half of it. */
export const [reportsOfDocument, claimsOfDocument, rowsOfTable] = [2, 1, 40];

export interface Endured {
  readonly kills: number;
  /** Steps that the child was told were on disk. */
  readonly acknowledged: number;
  /** Acknowledged steps that the record does not have. */
  readonly lost: number;
  /** Steps of which the record has a part. */
  readonly half_written: number;
  /** Rounds after which `verify` named something. */
  readonly verify_failed: number;
}

/** Rounds on one record before a new one is begun, so that it stays small. */
const roundsOfRecord = 20;
/** Longest time from the opening of the record to the kill, in milliseconds. */
const longestDelay = 600;

/** Kills a process that reads, imports, reviews and merges, at seeded random moments, and looks at what it left. */
export async function endure({ rounds, seed }: { rounds: number; seed: number }): Promise<Endured> {
  const sum = { kills: 0, acknowledged: 0, lost: 0, half_written: 0, verify_failed: 0 };
  const random = seeded(seed);
  for (let done = 0; done < rounds; ) {
    const folder = mkdtempSync(join(tmpdir(), 'griot-endurance-'));
    const record = join(folder, 'record');
    const acknowledged: string[] = [];
    try {
      for (let round = 0; round < roundsOfRecord && done < rounds; round++, done++) {
        const { said, killed } = await writeAndKill(record, seed * 100_000 + done, random() * longestDelay);
        if (killed) sum.kills += 1;
        acknowledged.push(...said);
        sum.acknowledged += said.length;
        const { lost, half, altered } = await look(record, acknowledged);
        sum.lost += lost;
        sum.half_written += half;
        if (altered > 0) sum.verify_failed += 1;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return sum;
}

/** Runs the child until the delay after its opening is over, and kills it. Gives what it had acknowledged. */
async function writeAndKill(record: string, seed: number, delay: number): Promise<{ said: string[]; killed: boolean }> {
  const script = fileURLToPath(new URL('./endurance-run.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, record, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      resolve();
    });
    child.on('close', () => resolve());
  });
  const over = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await opened;
  await wait(delay);
  child.kill('SIGKILL');
  await over;
  return { said: text.split('\n').slice(1, -1), killed: child.signalCode === 'SIGKILL' };
}

async function look(folder: string, acknowledged: readonly string[]) {
  const record = await openRecord(folder, { by: 'bench', patience: 60_000 });
  try {
    const { alterations } = await verifyRecord(record);
    const documents = await listDocuments(record);
    const snapshots = await listSnapshots(record);
    const log = await readLog(record);
    const there = new Set([
      ...documents.map(({ document }) => `document ${document.id}`),
      ...snapshots.map(({ release }) => `release ${release}`),
      ...log.filter(({ kind }) => kind === 'decided').map(({ data }) => `decision ${data.id}`),
      ...log.filter(({ kind }) => kind === 'undone').map(({ data }) => `undone ${data.decision}`),
    ]);
    const halves = [
      ...documents.filter(
        ({ reports, claims }) => reports.length !== reportsOfDocument || claims.length !== claimsOfDocument,
      ),
      ...snapshots.filter(({ rows }) => rows !== rowsOfTable),
      ...(existsSync(record.evidence) ? readdirSync(record.evidence).filter((name) => name.startsWith('.')) : []),
    ];
    const lost = acknowledged.filter((step) => !there.has(step));
    return { lost: lost.length, half: halves.length, altered: alterations.length };
  } finally {
    closeRecord(record);
  }
}
