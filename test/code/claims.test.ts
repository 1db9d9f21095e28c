import { describe, expect, it } from 'vitest';
import { claimed, coded } from './coding.ts';

describe('counts', () => {
  it('takes the toll of a war as a claim', () => {
    expect(claimed('The civil war has killed 41,000 people since 2011.')).toEqual(['count fatalities 41000']);
  });

  it('leaves the toll of one attack to the reports', () => {
    const { claims, reports } = coded('Nine soldiers were killed on Tuesday when gunmen attacked their base.');
    expect(claims).toEqual([]);
    expect(reports.map(({ type, killed }) => [type, killed?.best])).toEqual([['ASSAULT', 9]]);
  });

  it('keeps what the words allow as an interval', () => {
    const [claim] = coded('The conflict has cost more than 7,500 lives since 2015.').claims;
    expect(claim?.value).toEqual({ low: 7500, best: 7500, high: null });
  });

  it('gives each claim of a sentence its own clause', () => {
    const quotes = coded(
      'The fighting has displaced nearly 300,000 people and killed at least 2,400 in 2023.',
    ).claims.map(({ provenance }) => provenance.quote);
    expect(quotes).toEqual(['The fighting has displaced nearly 300,000 people', 'killed at least 2,400 in 2023']);
  });

  it('reads strengths, accounts and rates of money', () => {
    expect(claimed('The mission has 4,300 troops in the country.')).toEqual(['count personnel 4300']);
    expect(claimed('The company removed 212 fake accounts.')).toEqual(['count accounts 212']);
    const [money] = coded('The junta pays the company $3 million per month.').claims;
    expect([money?.of, money?.value?.best, money?.unit, money?.per]).toEqual(['money', 3e6, 'USD', 'month']);
  });

  it('reads civilians as such', () => {
    expect(claimed('The army caused 120 civilian deaths between January and May 2023.')).toEqual([
      'count civilianFatalities 120',
    ]);
  });

  it('makes no claim of plans, durations and ordinals', () => {
    expect(claimed('The government will send 800 soldiers to the border.')).toEqual([]);
    expect(claimed('The council renewed the mandate for one year on June 29.')).toEqual([]);
    expect(claimed('Two coups in three years have weakened the state.')).toEqual([]);
  });

  it('takes a toll that was overtaken as a claim', () => {
    expect(claimed('The ministry had earlier spoken of 18 dead.')).toEqual(['count fatalities 18']);
  });
});

describe('changes and comparisons', () => {
  it('reads percent, direction and turning point', () => {
    const [claim] = coded('Since the new junta took power, civilian deaths have risen by 65 percent.').claims;
    expect(claim).toMatchObject({
      kind: 'change',
      of: 'civilianFatalities',
      percent: 65,
      direction: 'up',
      since: { text: 'the new junta took power', date: null },
    });
  });

  it('gives a turning point the date that its words give', () => {
    const [claim] = coded('Attacks have more than tripled since the start of the withdrawal in March 2023.').claims;
    expect(claim).toMatchObject({
      kind: 'comparison',
      of: 'events',
      factor: 3,
      size: { low: 3, best: 3, high: null },
      since: { text: 'the start of the withdrawal in March 2023', date: { from: '2023-03', to: '2023-03' } },
    });
  });

  it('takes a fall for a fall', () => {
    const [claim] = coded('The number of attacks fell by 12 percent in 2023.').claims;
    expect([claim?.of, claim?.percent, claim?.direction]).toEqual(['events', 12, 'down']);
  });

  it('reads from one figure to another as a change with its end value', () => {
    const [change] = coded('The death toll rose from 11 to 17.').claims;
    expect([change?.kind, change?.value?.best, change?.direction]).toEqual(['change', 17, 'up']);
  });

  it('lets a bare increase take up what was counted before it', () => {
    const text = 'The monitor recorded 3,100 fatalities in 2023, an increase of 20 percent on the previous year.';
    expect(claimed(text)).toEqual(['count fatalities 3100', 'change fatalities 20']);
  });

  it('ignores changes of what is no violence', () => {
    expect(claimed('Bread prices rose by 30 percent in 2023.')).toEqual([]);
  });
});

describe('who says so', () => {
  const by = (text: string, lang = 'en') => coded(text, lang).claims[0]?.by?.text ?? null;

  it('finds speakers before, behind and in "according to"', () => {
    expect(by('The war has killed 900 people since 2020, according to the Red Cross.')).toBe('the Red Cross');
    expect(by('The Red Cross said on Monday that the war had killed 900 people since 2020.')).toBe('The Red Cross');
    expect(by('The war has killed 900 people since 2020, a doctor said.')).toBe('a doctor');
    expect(by('La guerre a fait 900 morts depuis 2020, a indiqué la Croix-Rouge.', 'fr')).toBe('la Croix-Rouge');
  });

  it('leaves it open where nobody is named', () => {
    expect(by('The war has killed 900 people since 2020.')).toBeNull();
  });
});

describe('in French', () => {
  it('reads counts, changes and multiples', () => {
    expect(claimed('Le conflit a fait plus de 5 000 morts depuis 2015.', 'fr')).toEqual(['count fatalities 5000']);
    expect(claimed('Le nombre d’attaques a augmenté de 40 % en 2023.', 'fr')).toEqual(['change events 40']);
    expect(claimed('Les attaques ont plus que doublé depuis 2021.', 'fr')).toEqual(['comparison events 2']);
  });
});

describe('what sentences hand on', () => {
  it('lets a monitor speak on about the same span', () => {
    const { claims } = coded(
      'The monitor recorded 3,100 fatalities between January and June 2023. Attacks on civilians rose by 20 percent.',
    );
    expect(claims.map(({ by, period }) => [by?.text, period])).toEqual([
      ['The monitor', { from: '2023-01', to: '2023-06' }],
      ['The monitor', { from: '2023-01', to: '2023-06' }],
    ]);
  });

  it('dates an overtaken toll by the happening that was told', () => {
    const { claims } = coded('Nine soldiers were killed in an ambush on Tuesday. The army had first spoken of 4 dead.');
    expect(claims.map(({ period }) => period)).toEqual([{ from: '2024-06-11', to: '2024-06-11' }]);
  });

  it('takes the end value of a change beside its size', () => {
    const [claim] = coded('Deaths from terrorism increased by 68% to 1,907 last year.').claims;
    expect([claim?.of, claim?.percent, claim?.value?.best]).toEqual(['fatalities', 68, 1907]);
  });
});

describe('shares, records and places side by side', () => {
  const versus = (text: string) => coded(text).claims.map((claim) => [claim.of, claim.versus]);

  it('reads the part that civilians are of the dead, in front of the figure or behind', () => {
    expect(versus('In 2014, 62 percent of those killed in the country were civilians.')).toMatchObject([
      ['civilianFatalities', { kind: 'whole', of: 'fatalities', percent: { best: 62 } }],
    ]);
    expect(versus('Civilians made up 62 percent of deaths in 2014.')).toMatchObject([
      ['civilianFatalities', { kind: 'whole', of: 'fatalities', percent: { best: 62 } }],
    ]);
    expect(versus('The price was 62 percent of the wages of soldiers.')).toEqual([]);
  });

  it('reads records with the time that they are of', () => {
    const [claim] = coded('2014 was the deadliest year for civilians in Mali since 2001.').claims;
    expect(claim).toMatchObject({
      kind: 'comparison',
      of: 'civilianFatalities',
      versus: { kind: 'rank', unit: 'year' },
      period: { from: '2014', to: '2014' },
      since: { date: { from: '2001' } },
    });
  });

  it('makes no record of one among several', () => {
    expect(versus('It was one of the deadliest attacks of the year.')).toEqual([]);
  });
});
