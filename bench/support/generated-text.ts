import { seeded } from '../../src/stats/index.ts';

const parts: Readonly<Record<string, readonly string[]>> = {
  place: ['Gao', 'Djibo', 'Tillabéri', 'Ménaka', 'Maiduguri', 'Bambari', 'Goma', 'Timbuktu', 'Kaya', 'Diffa'],
  group: ['JNIM fighters', 'suspected jihadists', 'armed men on motorcycles', 'rebels', 'militiamen', 'M23 fighters'],
  force: ['the army', 'Malian soldiers', 'the gendarmerie', 'police officers', 'UN peacekeepers', 'Wagner mercenaries'],
  people: ['villagers', 'civilians', 'traders', 'herders', 'displaced people', 'farmers', 'two aid workers'],
  number: ['three', '12', 'at least 25', 'dozens of', 'more than 100', 'about 40', 'between six and nine'],
  day: ['on Tuesday', 'overnight', 'last week', 'on 27 March', 'early on Sunday', 'three days later', 'in April'],
  speaker: ['a local official', 'the defence ministry', 'two residents', 'a security source', 'the mission'],
  leader: ['President Goïta', 'the foreign minister', 'the UN envoy', 'the regional bloc', 'the opposition'],
};

const sentences = [
  '{group} killed {number} {people} near {place} {day}, {speaker} said.',
  '{number} {people} were abducted {day} on the road between {place} and {place}.',
  'According to {speaker}, {force} repelled an attack on a base 45 km south of {place}.',
  'An improvised explosive device hit a convoy of {force} outside {place}, wounding {number} of them.',
  '{leader} condemned the violence and called for an immediate ceasefire.',
  '{leader} met {leader} in {place} {day} to discuss the withdrawal of foreign troops.',
  'Thousands of people marched through {place} {day} to demand the departure of {force}.',
  'Residents of {place} have lived without electricity for months, and markets stay closed.',
  'The number of attacks in the region rose by 40 percent compared with the previous year, {speaker} said.',
  '{force} arrested {number} men suspected of links to {group}, but {leader} denied that anyone had been hurt.',
  'No group has claimed responsibility.',
  'Since the beginning of the year more than 1,200 {people} have died in the area around {place}.',
] as const;

/** `count` sentences in paragraphs of five, as a report of conflict would have them; the same for the same seed. */
export function generatedText(count: number, seed = 1): string {
  const random = seeded(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const text: string[] = [];
  for (let i = 0; i < count; i++) {
    const sentence = pick(sentences).replace(/\{(\w+)\}/g, (_, name: string) => pick(parts[name] ?? []));
    text.push(sentence.charAt(0).toUpperCase() + sentence.slice(1), i % 5 === 4 ? '\n\n' : ' ');
  }
  return text.join('');
}
