import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Exported, type ExportFormat, type ExportSource, exportText, tableFormats } from './exchange/index.ts';
import { type Claim, type Profile, type Report, UnusableInput } from './model/index.ts';
import {
  documentsAsRead,
  type EventFilter,
  headOf,
  type KnownActor,
  listDocuments,
  listSnapshots,
  noteExport,
  type OpenRecord,
  protectionOf,
  readReports,
  rowSummaries,
  standing,
  type Withheld,
} from './record/index.ts';
import { sha256, version } from './text/index.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly profile: Profile;
  readonly what: 'reports' | 'claims';
  readonly filter: Omit<EventFilter, 'limit'>;
  readonly known: KnownActor;
}

/** What stands beside an export: what it was made of and how, and how much was withheld, without naming it. */
export interface ExportManifest {
  readonly tool: string;
  /** UTC. */
  readonly made: string;
  readonly profile: Profile;
  readonly format: ExportFormat;
  readonly what: ExportOptions['what'];
  readonly filter: Readonly<Record<string, unknown>>;
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly items: number;
  readonly withheld: Withheld;
  /** Last entry of the log when the export was made. */
  readonly record: { readonly seq: number; readonly hash: string };
  /** Data sets whose rows are in the export. */
  readonly datasets: readonly {
    readonly dataset: string;
    readonly release: string;
    readonly citation: string | null;
    readonly licence: string | null;
  }[];
  readonly documents: number;
}

/**
 * Writes reports or claims to a file for those who may see them, with `FILE.manifest.json` beside it, and notes the export
 * in the log and in the custody of the bytes that it rests on. Throws {@link UnusableInput} where a file of either name
 * is there already, or where the file's own name gives away what the profile may not see.
 */
export async function exportInto(record: OpenRecord, file: string, options: ExportOptions): Promise<ExportManifest> {
  const { format, profile, what, filter } = options;
  const protection = protectionOf(await standing(record, 'restrict'), profile);
  const name = basename(file);
  const refuse = (found: string, expected: string, wayOut: string) =>
    new UnusableInput({ file: name, line: null, found, expected, wayOut });
  if (protection.text(name) === null)
    throw refuse(`a file name that the profile ${profile} may not see`, 'a name without it', 'Name it otherwise.');
  for (const path of [file, manifestOf(file)])
    if (existsSync(path)) throw refuse('a file of this name', 'a new file', 'Name another file with --out.');

  const head = await headOf(record);
  const found: readonly (Report | Claim)[] =
    what === 'reports'
      ? await readReports(record, filter, options.known)
      : (await listDocuments(record)).flatMap(({ claims }) => claims.filter((claim) => isWanted(claim, filter)));
  const sources = await sourcesOf(record, protection.text);
  const redacted = new Set<string>();
  const exported = new Set<string>();
  const used = new Set<string>();
  const items: Exported<Report | Claim>[] = [];
  for (const read of found) {
    const before = total(protection.withheld);
    const item = 'type' in read ? protection.report(read) : protection.claim(read);
    const { provenance } = read;
    const key = provenance.kind === 'sentence' ? provenance.document : provenance.snapshot;
    const bytes = sources.bytes.get(key);
    if (bytes !== undefined && total(protection.withheld) > before) redacted.add(bytes);
    if (item === null) continue;
    if (bytes !== undefined) exported.add(bytes);
    used.add(key);
    items.push({ item, source: sources.of(read) });
  }
  const text = exportText(format, items);
  const all = await listSnapshots(record);
  const manifest: ExportManifest = {
    tool: `griot ${version()}`,
    made: new Date().toISOString(),
    profile,
    format,
    what,
    filter: { ...filter },
    file: { name, bytes: Buffer.byteLength(text), sha256: sha256(text) },
    items: items.length,
    withheld: { ...protection.withheld },
    record: head,
    datasets: all
      .filter(({ id }) => used.has(id))
      .map(({ dataset, release, citation }) => ({
        dataset: protection.text(dataset) ?? 'withheld',
        release: protection.text(release) ?? 'withheld',
        citation,
        licence: tableFormats().find((table) => table.name === dataset)?.licence ?? null,
      })),
    documents: [...used].filter((key) => key.startsWith('doc-')).length,
  };
  writeFileSync(file, text, { flag: 'wx' });
  writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 1)}\n`, { flag: 'wx' });
  const { withheld, items: count } = manifest;
  await noteExport(
    record,
    { file: name, sha256: manifest.file.sha256, profile, format, what, items: count, withheld },
    { exported: [...exported], redacted: [...redacted] },
  );
  return manifest;
}

/** Claims have a place; what else narrows reports would leave out none of them, and is refused. */
function isWanted({ place }: Claim, { country, ...others }: ExportOptions['filter']): boolean {
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new UnusableInput({
      file: `--${other}`,
      line: null,
      found: 'a choice that only reports have',
      expected: '--country, or none',
      wayOut: 'Leave it out, or export reports.',
    });
  return country === undefined || (place?.countries.includes(country) ?? false);
}

export const manifestOf = (file: string): string => `${file}.manifest.json`;

const total = (withheld: Withheld) => Object.values(withheld).reduce((sum, n) => sum + n, 0);

/** Where reports and claims come from: as a profile may see it, and the captured bytes of each document. */
async function sourcesOf(
  record: OpenRecord,
  text: (text: string) => string | null,
): Promise<{ bytes: ReadonlyMap<string, string>; of(item: Report | Claim): ExportSource }> {
  const documents = new Map((await documentsAsRead(record)).map(({ document }) => [document.id as string, document]));
  const snapshots = new Map((await listSnapshots(record)).map((snapshot) => [snapshot.id as string, snapshot]));
  const summaries = await rowSummaries(record);
  const safe = (value: string | null | undefined) => (value == null ? null : text(value));
  return {
    bytes: new Map([...documents].map(([id, document]) => [id, document.sha256])),
    of({ id, provenance }) {
      if (provenance.kind === 'sentence') {
        const document = documents.get(provenance.document);
        return {
          title: safe(document?.title),
          url: safe(document?.url),
          published: document?.published ?? null,
          snapshot: null,
          summary: null,
        };
      }
      const snapshot = snapshots.get(provenance.snapshot);
      return {
        title: null,
        url: null,
        published: null,
        snapshot:
          snapshot === undefined
            ? null
            : { dataset: safe(snapshot.dataset) ?? 'withheld', release: safe(snapshot.release) ?? 'withheld' },
        summary: safe(summaries.get(id)),
      };
    },
  };
}
