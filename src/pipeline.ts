import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  check,
  elsewhereOf,
  quantitiesOf,
  readSpecifications,
  type Specifications,
  type Statement,
} from './check/index.ts';
import { type CodedWithDyads, type Coder, type Dyad, type RulesCoder, rulesCoder } from './code/index.ts';
import {
  type LoadedDictionaries,
  nearestTable,
  openTable,
  readDictionaries,
  recogniseTable,
  tableFormats,
} from './exchange/index.ts';
import {
  type Check,
  type Claim,
  type DatedTurn,
  type Document,
  type Names,
  type Refusal,
  type Sentence,
  UnusableInput,
} from './model/index.ts';
import { parse } from './parse/index.ts';
import { read } from './read/index.ts';
import {
  addDocument,
  type Coded,
  capture,
  codedBy,
  documentsAsRead,
  type Imported,
  importTable,
  listDocuments,
  type OpenRecord,
  readSeries,
  recodeDocuments,
  soundPath,
} from './record/index.ts';
import {
  dictionaryCoder,
  type LoadedNames,
  loadNames,
  type Registry,
  shippedTables,
  tablesWith,
} from './resolve/index.ts';
import { digestOfData, digestOfFolder, sha256, type TableFault, version } from './text/index.ts';

/** What the rooms need besides the data themselves: a coder, names of actors and places, dated turning points. */
export interface Knowledge {
  readonly coder: Coder;
  /** Codes dyads beside reports and claims; null: nobody asked for them. */
  readonly withDyads: DyadCoder | null;
  readonly names: Names;
  /** Actors and places by name, for people who settle names. */
  readonly registry: Registry;
  /** The dates that a claim's turning point may mean, each with its source; none when unsure. */
  turns(claim: Claim, document: Document | null): readonly DatedTurn[];
  /** Digest of what texts are coded by: griot's version, the coder, all word lists, names and models. */
  basis(): string;
  /** Lines of the tables and word lists that could not be read; the others count. */
  faults(): readonly Refusal[];
}

/** Reports, claims and dyads of a document's sentences. */
export type DyadCoder = (document: Document, sentences: readonly Sentence[]) => CodedWithDyads;

export interface KnowledgeOptions {
  /** Folder with tables of the user's own, beside ours: `actors.tsv`, `places.tsv` ..., `en/deeds.tsv`; null: none. */
  readonly tables?: string | null;
  /** Reports say which words and rules gave their values. */
  readonly explain?: boolean;
  /** Sentences are coded as CAMEO dyads too. */
  readonly dyads?: boolean;
  /** A file or folder of dictionaries in PETRARCH's syntax, whose codes stand before ours; null: none. */
  readonly dictionaries?: string | null;
}

/** Reads the tables that ship with griot and the user's own; once for a whole run. */
export function loadKnowledge(options: KnowledgeOptions = {}): Knowledge {
  const { tables = null, explain = false, dyads = false } = options;
  const own = options.dictionaries == null ? null : readDictionaries(options.dictionaries);
  const names = loadNames(tables === null ? shippedTables() : tablesWith(tables), own?.actors);
  let digest: string | null = null;
  const coder = rulesCoder({ explain, lexicons: tables === null ? [] : [tables], verbs: own?.verbs ?? [] });
  return {
    coder,
    withDyads: dyads || own !== null ? dyadCoder(coder, names, own) : null,
    names,
    registry: names.registry,
    turns({ since, place }, document) {
      if (since === null) return [];
      const found = names.turningPoint(since.text, {
        countries: place?.countries ?? [],
        lang: document?.lang ?? null,
        published: dayOf(document),
      });
      return (found?.[0].anchors ?? []).map(({ name, date, source }) => ({
        name,
        date,
        source: source.publisher,
        url: source.url,
      }));
    },
    basis() {
      digest ??= sha256(
        [
          version(),
          coder.name,
          digestOfData(),
          tables === null ? '' : digestOfFolder(tables),
          own === null ? '' : JSON.stringify(own),
        ].join(' '),
      );
      return digest;
    },
    faults: () => [...names.faults.map(refusalOf), ...coder.faults(), ...(own?.faults ?? [])],
  };
}

/** Parties are called by the user's dictionaries, else by what the tables know of their country and role. */
function dyadCoder(coder: RulesCoder, names: LoadedNames, own: LoadedDictionaries | null): DyadCoder {
  const ownCodes = own === null ? null : dictionaryCoder(own);
  return (document, sentences) => {
    const countries = names.countriesOf(document.text, document.lang);
    const context = { lang: document.lang, countries, date: document.published?.from ?? null };
    return coder.withDyads(document, sentences, names, (party) => {
      const code = names.cameoOf(party, context);
      const named = ownCodes?.(party, dayIn(context.date)) ?? [];
      // A role of theirs has the country that our tables know.
      const country = code !== null && /^[A-Z]{3}/.test(code) ? code.slice(0, 3) : '---';
      if (named.length > 0) return named.map((one) => one.replace('---', country));
      return code === null ? [] : [code];
    });
  };
}

/** `YYYYMMDD`, as dictionaries write days; without a date the codes that hold to this day. */
const dayIn = (date: string | null): string =>
  (date === null ? '99991231' : `${date}-01-01`.slice(0, 10)).replaceAll('-', '');

const refusalOf = ({ file, line, message }: TableFault): Refusal => ({
  file,
  line,
  found: message,
  expected: 'a line as data/README.md describes it',
  wayOut: 'Mend the line; it was left out.',
});

export interface CodedText extends Coded {
  readonly sentences: number;
  /** Who did what to whom in CAMEO codes; null: nobody asked for them. */
  readonly dyads: readonly Dyad[] | null;
  /** What the reader noticed, for people. */
  readonly warnings: readonly string[];
}

export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };

/** The way of a text: bytes -> Document -> Sentences -> Reports and Claims. Nothing is stored. */
export function codeBytes(
  bytes: Uint8Array,
  origin: string,
  { coder, withDyads, names, basis }: Knowledge,
  options: { published?: string | null } = {},
): Outcome<CodedText> {
  const reading = read(bytes, origin, options); // what somebody wrote, with its date and language
  if (!reading.ok) return reading;
  const { document } = reading;
  const parsed = parse(document.text, { lang: document.lang }); // where its sentences stand
  const plain = () => ({ ...coder.code(document, parsed.sentences, names), dyads: null });
  const { reports, claims, dyads } = withDyads?.(document, parsed.sentences) ?? plain(); // what they say happened, and claim
  const warnings = [...reading.warnings, ...(parsed.message === null ? [] : [parsed.message])];
  return { ok: true, document, reports, claims, dyads, basis: basis(), sentences: parsed.sentences.length, warnings };
}

/**
 * Stores what was coded of a file: its bytes are captured first, so that whatever is made of them can be made again.
 * False: the record has these bytes already. Throws when the file changed since it was coded.
 */
export async function store(record: OpenRecord, path: string, coded: Coded): Promise<boolean> {
  const captured = await capture(record.evidence, { file: path });
  if (captured.sha256 !== coded.document.sha256) {
    throw new UnusableInput({
      file: path,
      line: null,
      found: 'a file that changed while it was read',
      expected: 'a file that stays as it is',
      wayOut: 'Read it again when it is finished.',
    });
  }
  return addDocument(record, captured, coded);
}

export interface Recoding {
  /** Documents coded anew, and how many of them read otherwise now. */
  readonly recoded: number;
  readonly changed: number;
  /** Documents that today's tables and coder have coded already. */
  readonly current: number;
  /** Documents that could not be read again; they stay as they are. */
  readonly refused: readonly Refusal[];
}

/** Documents whose new coding is written down in one step. */
const recodeStep = 50;

/**
 * Codes kept documents anew from their captured bytes. What was read before stays in the record as superseded; decisions
 * of people go over to what takes the place of their report or claim. Documents that were coded by just this are passed
 * over, unless `all` is asked for.
 */
export async function recode(
  record: OpenRecord,
  knowledge: Knowledge,
  options: { readonly all?: boolean; readonly progress?: (step: string) => void } = {},
): Promise<Recoding> {
  const by = await codedBy(record);
  const ids = [...by].filter(([, basis]) => options.all || basis !== knowledge.basis()).map(([id]) => id);
  const refused: Refusal[] = [];
  const sum = { recoded: 0, changed: 0 };
  for (let from = 0; from < ids.length; from += recodeStep) {
    const coded: CodedText[] = [];
    for (const { document } of await documentsAsRead(record, ids.slice(from, from + recodeStep))) {
      options.progress?.(`coding ${sum.recoded + coded.length + 1} of ${ids.length}: ${document.origin}`);
      const published = document.publishedBasis === 'given' ? (document.published?.from ?? null) : null;
      const bytes = readFileSync(await soundPath(record, document.sha256));
      const outcome = codeBytes(bytes, document.origin, knowledge, { published });
      if (outcome.ok) coded.push(outcome);
      else refused.push(outcome.refusal);
    }
    const { changed } = await recodeDocuments(record, coded);
    sum.recoded += coded.length;
    sum.changed += changed;
  }
  return { ...sum, current: by.size - ids.length, refused };
}

export interface ImportOptions {
  /** Name of the format; null: told from the header. */
  readonly as?: string | null;
  /** Name of the release; null: told from the file's name. */
  readonly release?: string | null;
  /** Why the rows are only a sample; null: as the format says. */
  readonly sample?: string | null;
}

/** The way of a data set: file -> table -> evidence -> snapshot of its release. A file that is no table leaves nothing. */
export async function importInto(
  record: OpenRecord,
  path: string,
  options: ImportOptions,
  progress: (step: string) => void,
): Promise<Imported & { readonly warnings: readonly string[] }> {
  progress(`opening ${path}`);
  const table = await openTable(path);
  try {
    const format = formatOf(path, table.header, options.as ?? null);
    const name = basename(path);
    const told = options.release ?? format.release(name);
    const release = told ?? name.replace(/(\.(csv|tsv|txt|gz))+$/i, '');
    const headerless = recogniseTable(table.header) === null;
    const warnings = [...table.warnings];
    if (told === null)
      warnings.push(
        `The name of ${name} does not tell its release; it is kept as "${release}" (--release NAME to name it).`,
      );
    if (headerless)
      warnings.push(`${name} has no header line; its columns were taken in the order of ${format.title}.`);
    progress(`capturing ${path}`);
    const captured = await capture(record.evidence, { file: path });
    progress(`reading the rows of ${path} as ${format.title} ${release}`);
    const input = {
      path: table.path === path ? captured.path : table.path,
      delimiter: table.delimiter,
      header: headerless ? (format.headerless ?? []) : table.header,
      skip: (headerless ? 0 : 1) + (table.tagged ? 1 : 0),
      name,
      captured,
    };
    const imported = await importTable(record, input, format, { release, sample: options.sample ?? format.sample });
    return { ...imported, warnings };
  } finally {
    table.dispose();
  }
}

/** The format named, or the one that the header fits; else the user is told what was missing. */
function formatOf(path: string, header: readonly string[], as: string | null) {
  const formats = tableFormats();
  const names = formats.map(({ name }) => name).join(', ');
  const refuse = (found: string, expected: string, wayOut: string) =>
    new UnusableInput({ file: path, line: 1, found, expected, wayOut });
  const recognised = recogniseTable(header);
  if (as === null) {
    if (recognised !== null) return recognised;
    const near = nearestTable(header);
    throw refuse(
      `columns that no known data set has (${header.slice(0, 6).join(', ')}${header.length > 6 ? ', …' : ''})`,
      near === null ? `the columns of one of ${names}` : `${near.missing.join(', ')} as well, for ${near.title}`,
      'Add the missing columns, or name the format with --as NAME.',
    );
  }
  const named = formats.find(({ name }) => name === as);
  if (named === undefined) throw refuse(`--as ${as}`, `one of ${names}`, 'Name one of these formats.');
  if (recognised?.name === as || named.headerless?.length === header.length) return named;
  throw refuse(
    `${header.length} columns (${header.slice(0, 6).join(', ')}, …)`,
    `the columns of ${named.title}`,
    'Check that the file is of this data set.',
  );
}

/** Holds claims against the record. Series are read once for each set of countries. */
export async function checkClaims(
  record: OpenRecord,
  claims: readonly { readonly claim: Claim; readonly document: Document | null }[],
  knowledge: Knowledge,
  specifications: Specifications = readSpecifications(),
): Promise<Check[]> {
  const kept = new Map<string, Awaited<ReturnType<typeof readSeries>>>();
  const checks: Check[] = [];
  const quantities = quantitiesOf(await statementsWith(record, claims));
  for (const { claim, document } of claims) {
    const series = await seriesOf(claim.place);
    const against = claim.versus?.kind === 'place' ? await seriesOf(claim.versus.place) : [];
    const turns = knowledge.turns(claim, document);
    const answered = check(claim, { series, against, turns, published: dayOf(document), specifications });
    checks.push({ ...answered, elsewhere: elsewhereOf(claim, quantities) });
  }
  return checks;

  async function seriesOf(place: Claim['place']) {
    const countries = place?.countries ?? [];
    const key = countries.join(' ');
    const series = kept.get(key) ?? (await readSeries(record, countries));
    kept.set(key, series);
    return series;
  }
}

/** All claims of the record, and those asked about that are not in it. */
async function statementsWith(
  record: OpenRecord,
  asked: readonly { readonly claim: Claim; readonly document: Document | null }[],
): Promise<Statement[]> {
  const kept = (await listDocuments(record)).flatMap(({ document, claims }) =>
    claims.map((claim) => ({ claim, document })),
  );
  const known = new Set(kept.map(({ document }) => document.id));
  const fresh = asked.flatMap(({ claim, document }) =>
    document === null || known.has(document.id) ? [] : [{ claim, document }],
  );
  return [...kept, ...fresh];
}

/** The day of publication, when it is known to the day. */
function dayOf(document: Document | null): string | null {
  const from = document?.published?.from ?? null;
  return from !== null && from.length === 10 ? from : null;
}

/** The way of reports: reports of one happening -> events, with every reason kept; `resolving.ts` tells how. */
export { resolveRecord } from './resolving.ts';
