import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { griot, inRepository } from '../support/cli.ts';
import { emptyFolder } from '../support/folder.ts';
import { tableLines, writeTable } from '../support/table.ts';

const article =
  'Violence in the Sahel\n\nGunmen killed 12 villagers near Mopti in Mali on 3 March 2022, the army said.\n\nAttacks on civilians in Mali rose by 40 percent in 2022 compared with 2021, according to the United Nations.\n';

const commands = ['resolve', 'read', 'import', 'code', 'check', 'events', 'trend', 'rows', 'claims', 'verify', 'demo'];

test('every command has help with an example', () => {
  const folder = emptyFolder();
  for (const command of commands) {
    const { code, out } = griot([command, '--help'], folder);
    expect(code).toBe(0);
    expect(out).toContain('Example:\n  $ griot');
    expect(out).toContain('--json');
  }
});

test('wrong usage exits 2 and says what is expected', () => {
  const folder = emptyFolder();
  const wrong = [
    ['nothing'],
    ['import'],
    ['events', '--country', 'Mali'],
    ['trend', '--country', 'Mali'],
    ['trend', '--by', 'decade'],
    ['code', 'x.txt', '--published', 'May'],
    ['events', '--limit', 'x'],
    ['events', '--type', 'WAR'],
    ['claims', '--kind', 'rumour'],
  ];
  for (const args of wrong) {
    const { code, err } = griot(args, folder);
    expect(`${args.join(' ')}: ${code}`).toBe(`${args.join(' ')}: 2`);
    expect(err).not.toBe('');
  }
});

test('a text goes through the house: read, claims, events, check, verify', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'article.txt'), article);
  const read = griot(['read', 'article.txt', '--published', '2023-02-01', '--json'], folder);
  expect(read.code).toBe(0);
  expect(JSON.parse(read.out)).toMatchObject({ read: 1, known: 0, refused: [] });
  expect(JSON.parse(griot(['read', 'article.txt', '--json'], folder).out)).toMatchObject({ read: 0, known: 1 });

  const claims = JSON.parse(griot(['claims', '--json'], folder).out) as {
    percent: number | null;
    provenance: { quote: string };
  }[];
  expect(claims.map(({ percent }) => percent)).toContain(40);
  for (const { provenance } of claims) expect(article).toContain(provenance.quote);

  const events = JSON.parse(griot(['events', '--json'], folder).out) as {
    events: { killed: { best: number } | null }[];
  };
  expect(events.events.map(({ killed }) => killed?.best)).toContain(12);

  const imported = griot(['import', writeTable(folder, [{}, { killed_best: 'x' }]), '--json'], folder);
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.out)).toMatchObject({ rows: 1, rejected: [{ line: 3, row: 'i2' }] });

  const check = griot(['check', '--json'], folder);
  expect(check.code).toBe(0);
  expect(check.out.trim().split('\n')).toHaveLength(claims.length);
  for (const line of check.out.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('verdict');

  const verify = griot(['verify', '--json'], folder);
  expect(verify.code).toBe(0);
  expect(JSON.parse(verify.out)).toMatchObject({ documents: 1, rows: 1, alterations: [] });
});

test('two texts of one happening are one event, shown with every source, and people may split and merge', () => {
  const folder = emptyFolder();
  const text = (toll: number, who: string) =>
    `Gunmen attacked the village of Sobame Da in Mali on 9 June 2019 and killed ${toll} people, ${who} said.\n`;
  writeFileSync(join(folder, 'a.txt'), text(95, 'the government'));
  writeFileSync(join(folder, 'b.txt'), text(35, 'a regional governor'));
  const json = (args: string[]) => {
    const { code, out, err } = griot([...args, '--json'], folder);
    expect(`${args.join(' ')}: ${code} ${code === 0 ? '' : err}`).toBe(`${args.join(' ')}: 0 `);
    return JSON.parse(out);
  };
  json(['read', 'a.txt', 'b.txt', '--published', '2019-06-13']);
  const { total, events } = json(['events']);
  expect(total).toBe(1);
  expect(events[0]).toMatchObject({ sources: 2, killed: { low: 35, high: 95 }, contradicts: ['killed'] });
  const { id } = events[0];
  expect(griot(['events'], folder).out).toMatch(/2 reports, 2 sources ⚠ · event-report-/);

  const shown = griot(['events', 'show', id], folder).out.replaceAll(/\s+/g, ' ');
  for (const part of ['[1] report-', '[2] report-', 'killed ⚠ low 35', '“Gunmen attacked', 'when +5'])
    expect(shown).toContain(part);
  const [, second] = json(['events', 'show', id]).rows;
  const split = json(['events', 'split', id, second.report.id, '--reason', 'another village', '--as', 'Editor']);
  expect(split).toMatchObject({ decision: { kind: 'apart', by: 'Editor' }, events: [{ id }, {}] });
  expect(json(['events']).total).toBe(2);
  json(['events', 'merge', id, second.report.id, '--reason', 'the same after all']);
  expect(json(['resolve'])).toMatchObject({ events: 1, members: 2 });
  expect(json(['events']).total).toBe(1);
  json(['undo', 'd2', '--reason', 'not sure']);
  expect(json(['events']).total).toBe(2);
  json(['undo', 'd1', '--reason', 'not sure']);
  expect(json(['events']).total).toBe(1);
  expect(griot(['verify'], folder).code).toBe(0);

  const unknown = griot(['events', 'show', `${id.slice(0, -1)}x`], folder);
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain(`an id such as ${id}`);
  expect(griot(['events', 'merge', id, '--reason', 'x'], folder).code).toBe(2);
});

test('code prints a line a document with verbatim quotes at their spans', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'a.txt'), article);
  writeFileSync(join(folder, 'b.txt'), article.replace('12', '13'));
  const { code, out } = griot(['code', 'a.txt', 'b.txt', '--published', '2023-02-01', '--json'], folder);
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(2);
  for (const { document, reports, claims, sentences } of lines) {
    expect(sentences).toBeGreaterThanOrEqual(2);
    expect(reports.length).toBeGreaterThan(0);
    for (const { quote, span } of [...reports, ...claims])
      expect(document.text.slice(span.start, span.end)).toBe(quote);
  }
});

test('code --dyads has who did what to whom in CAMEO codes, and only then; --explain has their words', () => {
  const folder = emptyFolder();
  const text = 'Norway criticised Sudan on Monday.\n';
  writeFileSync(join(folder, 'a.txt'), text);
  const line = (...args: string[]) => JSON.parse(griot(['code', 'a.txt', ...args, '--json'], folder).out);
  expect(line()).not.toHaveProperty('dyads');
  const [dyad] = line('--dyads').dyads;
  expect(dyad).toEqual({
    source: 'NOR',
    target: 'SDN',
    code: '111',
    plain: 'Disapprove',
    weis: expect.any(String),
    parties: { source: 'Norway', target: 'Sudan' },
    quote: text.slice(dyad.span.start, dyad.span.end),
    span: { start: 0, end: 34 },
  });
  expect(line('--dyads', '--explain').dyads[0].why).toContain('111: "criticised" is criticise');
});

test('code --dictionaries calls actors and deeds as the user does, and tells broken lines', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'a.txt'), 'Ruritania besieged Sudan. Norway criticised Ruritania.\n');
  const { code, out, err } = griot(
    ['code', 'a.txt', '--dictionaries', inRepository('test/cases/dictionaries'), '--json'],
    folder,
  );
  expect(code).toBe(0);
  expect(err).toMatch(/realms\.actors\.txt, line 9: "BROKEN_REALM \[BRO"; expected a code between/);
  const { dyads } = JSON.parse(out) as { dyads: { source: string; target: string; code: string }[] };
  expect(dyads.map(({ source, target, code }) => `${source} ${target} ${code}`)).toEqual([
    'RUR SDN 191',
    'SDN RUR 190',
    'NOR RUR 111',
  ]);
  expect(griot(['code', 'a.txt', '--dictionaries', 'nowhere'], folder).code).toBe(2);
});

test('one bad file does not spoil the good ones: exit 1, the bad one named with the way out', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'good.txt'), article);
  writeFileSync(join(folder, 'in', 'empty.txt'), '');
  const { code, out, err } = griot(['read', 'in', '--json'], folder);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ read: 1, refused: [{ found: 'an empty file' }] });
  expect(err).toMatch(/left out: .*empty\.txt: an empty file; expected .+\. .+/);
});

test('input that cannot be used at all exits 2 with file, found, expected and way out', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'other.csv'), 'name,age\nx,1\n');
  const [header = '', row = ''] = tableLines([{}]);
  const without = (line: string) => line.split(',').slice(0, -2).join(',');
  writeFileSync(join(folder, 'fewer.csv'), `${without(header)}\n${without(row)}\n`);
  const refused = (args: string[]) => {
    const { code, err } = griot(args, folder);
    expect(`${args.join(' ')}: ${code}`).toBe(`${args.join(' ')}: 2`);
    return err;
  };
  expect(refused(['import', 'empty.csv'])).toContain('an empty file');
  expect(refused(['import', 'other.csv'])).toMatch(/line 1: columns that no known data set has \(name, age\)/);
  expect(refused(['import', 'fewer.csv'])).toContain('source_publisher, summary as well, for griot incident table');
  expect(refused(['import', '.'])).toContain('a folder');
  expect(refused(['import', 'missing.csv'])).toContain('missing.csv');
  expect(refused(['import', 'other.csv', '--as', 'nothing'])).toContain('one of ucdp-ged, incidents');
  expect(refused(['code', 'missing.txt'])).toContain('missing.txt');
  expect(refused(['events', '--record', 'nowhere'])).toContain('expected a griot record');
  expect(refused(['check', 'The weather was fine.', '--record', '.'])).toContain('a folder without a record');
});

test('the demo builds the example and prints a brief that says it rests on a sample', () => {
  const folder = emptyFolder();
  const { code, out } = griot(['demo'], folder);
  expect(code).toBe(0);
  const parts = ['WHAT CAME IN', 'EVENTS', 'CLAIMS', 'WHAT TO TRY NEXT', '40 documents', 'not a complete count'];
  for (const part of parts) expect(out).toContain(part);
  expect(griot(['verify', '--record', 'griot-demo'], folder).code).toBe(0);
});

test('a user adds actors and verbs in a folder; a broken line is told with its number and the others count', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'own', 'en'), { recursive: true });
  const header = 'id\tname\tkind\tsector\tcode\tcountry\tparent\taliases\tactive_from\tactive_to\thost\n';
  writeFileSync(
    join(folder, 'own', 'actors.tsv'),
    `${header}x\tLantern Front\tgroup\trebel\t\tMLI\t\t\t\t\t\nbroken line\n`,
  );
  const deeds =
    'words\tclass\ttype\tmode\tsource\ttarget\tfate\tneeds\nzap\tverb\tASSAULT\t\t\t\tkilled\t\nzip\tverb\tWAR\t\t\t\t\t\n';
  writeFileSync(join(folder, 'own', 'en', 'deeds.tsv'), deeds);
  writeFileSync(join(folder, 'a.txt'), 'The Lantern Front zapped 12 villagers in Mopti on Tuesday.\n');
  const { code, out, err } = griot(['code', 'a.txt', '--tables', 'own', '--explain', '--json'], folder);
  expect(code).toBe(0);
  expect(err).toMatch(/own\/actors\.tsv, line 3: 1 cells found/);
  expect(err).toMatch(/own\/en\/deeds\.tsv, line 3: type WAR/);
  const [report] = (
    JSON.parse(out) as { reports: { type: string; source: unknown[]; killed: unknown; why: string[] }[] }
  ).reports;
  expect(report).toMatchObject({ type: 'ASSAULT', source: [{ actor: 'Lantern Front' }], killed: { best: 12 } });
  expect(report?.why.join()).toContain('zap');
});
