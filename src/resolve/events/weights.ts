/**
 * Evidence that two reports tell of one happening, in bits: log2 of how much likelier the observation is when they do
 * than when they do not (Fellegi & Sunter 1969, doi:10.1080/01621459.1969.10501049). The values are round estimates, not
 * fitted: for each the reason is given; `docs/decisions/0007-events.md` has the trial.
 */
export const weights = {
  when: {
    /** Days over which happenings of a block lie: two spans of a and b days meet by chance in (a + b - 1) / 32. */
    window: 32,
    /** A day beside the other: night attacks, time zones, the day of the report taken for that of the deed. */
    nextDay: 0,
    /** Two or three days beside: not looked for, but no reason to part what others tie together. */
    fewDays: -4,
    apart: -9,
    /** Neither is dated, and both were published within a week. */
    undated: 1,
  },
  where: {
    /** The same settlement, or points up to 10 km apart: one settlement in 16 of those named in a block. */
    same: 4,
    /** Within what "near" or the seat of a district may mean. */
    near: 2,
    /** Another settlement of the same area that is known only roughly. */
    rough: -0.5,
    /** Another settlement of the same area. */
    beside: -4,
    /** The same first-order area, no settlement on one side: one in four. */
    area: 2,
    /** The same country, no area on one side. */
    country: 0.5,
    far: -7,
  },
  what: {
    type: 1,
    /** The same means or act. */
    mode: 1,
    /** Another means of the same assault, as tellers differ: shots, explosives, a massacre. */
    means: -1,
    /** Another act: an arrest is no curfew, an abduction no killing. */
    act: -4,
    /** Another PLOVER type of the same quadrant. */
    otherType: -7,
  },
  party: {
    /** One actor in both: one in eight of the active ones. */
    actor: 3,
    words: 2,
    /** The same sector, at least one of them not named. */
    sector: 1,
    /** Two named actors of one sector: rival blame, or a part named for the whole. */
    rivals: -1,
    /** Two named actors of different sectors. */
    others: -2,
  },
  numbers: {
    /** The same number of people, from 10 on, from 3 on, below. */
    same: [3, 2, 1],
    /** Numbers that can both be right: "at least 30" and 44. */
    fit: 0.5,
    /** Tolls rise and are disputed: a reason to look, not to split. */
    differ: -0.5,
    most: 4,
  },
  words: {
    /** Share of the shorter quote's content words in the other. */
    half: 2,
    quarter: 1,
    none: -1,
  },
  telling: {
    /** One text, one speaker, one status: a teller gives each happening once. */
    again: -5,
    /** One text, another speaker or status: rival accounts are given side by side. */
    account: 0,
  },
  /** A row that repeats another of its release word for word. */
  repeat: 20,
  /** Odds that a pair of a block is one happening before anything is compared: one in 500. */
  least: 9,
} as const;

/** Name and version of the resolver, kept with each assignment: another number, another way to score. */
export const resolver = 'terms@1';
