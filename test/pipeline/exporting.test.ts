import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { ExportFormat } from '../../src/exchange/index.ts';
import { exportInto } from '../../src/exporting.ts';
import type { Profile, Report } from '../../src/model/index.ts';
import { codeBytes, loadKnowledge, store } from '../../src/pipeline.ts';
import {
  actorToRestrict,
  closeRecord,
  decide,
  documentToRestrict,
  listDocuments,
  listEvidence,
  type OpenRecord,
  openRecord,
  passageToRestrict,
  placeToRestrict,
  readLog,
  verifyRecord,
} from '../../src/record/index.ts';
import { fold } from '../../src/text/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { writeTable } from '../support/table.ts';

const knowledge = loadKnowledge();
const texts = {
  'witness.txt':
    'Gunmen killed 12 villagers near Mopti in Mali on 3 March 2022, Awa Zandera said. Soldiers arrested Awa Zandera in Moura in Mali on 5 March 2022. Rebels attacked Gao in Mali on 9 May 2022.\n',
  'secret.txt': 'Rebels attacked Timbuktu in Mali on 11 May 2022 and killed 3 soldiers.\n',
};

let folder: string;
let record: OpenRecord;

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true, by: 'A. Editor' });
  for (const [name, text] of Object.entries(texts)) {
    const path = join(folder, name);
    writeFileSync(path, text);
    const coded = codeBytes(new TextEncoder().encode(text), path, knowledge, { published: '2022-06-01' });
    if (!coded.ok) throw new Error(coded.refusal.found);
    await store(record, path, coded);
  }
  const rows = [
    {
      id: 'moura-2022',
      place: 'Moura',
      admin1: 'Mopti',
      latitude: 14.33,
      longitude: -4.55,
      side_a: 'Awa Zandera',
      summary: 'Told by AWA ZANDÉRA.',
    },
    { id: 'other', side_a: '=HYPERLINK("x")', summary: 'Soldiers killed six.' },
  ];
  await importFile(record, writeTable(folder, rows));
  return () => closeRecord(record);
});

const exported = (format: ExportFormat, profile: Profile = 'public', file = `out.${format}`) =>
  exportInto(record, join(folder, file), { format, profile, what: 'reports', filter: {}, known: () => null });

async function restrictAll(): Promise<void> {
  const documents = await listDocuments(record);
  const id = (word: string) => documents.find(({ document }) => document.text.includes(word))?.document.id ?? '';
  const whats = [
    await actorToRestrict(record, 'Awa Zandera', null, []),
    await placeToRestrict(record, 'Moura, MLI', knowledge.registry.placesNamed('Moura, MLI'), []),
    await documentToRestrict(record, id('Timbuktu')),
    await passageToRestrict(record, id('Zandera'), 'Rebels attacked Gao'),
  ];
  for (const what of whats) await decide(record, 'restrict', { what, profile: 'internal' }, 'safety');
}

test('nothing protected is in any byte of a public export or its manifest', async () => {
  await restrictAll();
  for (const format of ['csv', 'json', 'geojson'] as const) {
    const manifest = await exported(format);
    expect(manifest.withheld.reports).toBeGreaterThanOrEqual(2);
    expect(manifest.withheld.names).toBeGreaterThan(0);
    expect(manifest.withheld.places).toBeGreaterThan(0);
    expect(manifest.items).toBeGreaterThan(1);
  }
  for (const name of readdirSync(folder).filter((file) => file.startsWith('out.'))) {
    const bytes = fold(readFileSync(join(folder, name), 'utf8'));
    for (const secret of ['zandera', 'awa', 'moura', '14.33', 'timbuktu', 'attacked gao'])
      expect(`${name}: ${bytes}`).not.toMatch(new RegExp(`\\b${secret}\\b`));
  }
});

test('for those of the house everything is there, and a partner sees no more than is for partners', async () => {
  await restrictAll();
  const manifest = await exported('json', 'internal');
  expect(Object.values(manifest.withheld).every((n) => n === 0)).toBe(true);
  const all = readFileSync(join(folder, 'out.json'), 'utf8');
  for (const secret of ['Zandera', 'Moura', 'Timbuktu']) expect(all).toContain(secret);
  await exported('json', 'partner', 'partner.json');
  expect(readFileSync(join(folder, 'partner.json'), 'utf8')).not.toContain('Zandera');
});

test('the manifest tells the state of the record and the sources; the export is in the log and in custody', async () => {
  await restrictAll();
  const head = (await readLog(record)).at(-1);
  const manifest = await exported('csv');
  expect(manifest).toMatchObject({
    profile: 'public',
    record: { seq: head?.seq, hash: head?.hash },
    datasets: [{ dataset: 'incidents', release: 'test' }],
    documents: 1,
  });
  expect(JSON.parse(readFileSync(join(folder, 'out.csv.manifest.json'), 'utf8'))).toEqual(manifest);
  const log = await readLog(record);
  expect(log.at(-1)).toMatchObject({ kind: 'exported', data: { file: 'out.csv', sha256: manifest.file.sha256 } });
  expect(log.filter(({ kind }) => kind === 'custody').map(({ data }) => data.event)).toEqual(['exported', 'redacted']);
  expect((await listEvidence(record)).length).toBe(3);
  expect((await verifyRecord(record)).alterations).toEqual([]);
});

test('a formula is no formula in CSV, a point is a point in GeoJSON', async () => {
  await exported('csv');
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
  await exported('geojson');
  const { features } = JSON.parse(readFileSync(join(folder, 'out.geojson'), 'utf8')) as {
    features: { geometry: { coordinates: number[] } | null; properties: Report }[];
  };
  expect(features.map(({ geometry }) => geometry?.coordinates)).toContainEqual([-4.55, 14.33]);
});

test('a file that is there, and a name that gives something away, are refused', async () => {
  await restrictAll();
  await exported('csv');
  await expect(exported('csv')).rejects.toThrow(/a file of this name/);
  await expect(exported('csv', 'public', 'zandera.csv')).rejects.toThrow(/a name without it/);
  await expect(passageToRestrict(record, 'doc-0', 'x')).rejects.toThrow(/no document doc-0/);
});
