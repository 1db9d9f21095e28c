import { eventsDigest } from '../events/assign.ts';
import type { OpenRecord } from '../open.ts';
import { entriesOf } from './entries.ts';
import { brief, type Progress, type Say } from './say.ts';

/** What the resolver said against the log. Gives the number of events of two reports or more. */
export async function verifyEvents(record: OpenRecord, progress: Progress, say: Say): Promise<number> {
  progress('events');
  const last = (await entriesOf(record, ['resolved'])).at(-1);
  const { events, members, digest } = await eventsDigest(record.database);
  const expected = last?.data ?? { events: 0, members: 0, digest: null };
  const altered = expected.digest === null ? events + members > 0 : digest !== expected.digest;
  if (altered)
    say(
      'events',
      `${events} events of ${members} reports, digest ${brief(digest)}`,
      last === undefined
        ? 'none: nothing was resolved'
        : `${expected.events} events of ${expected.members} reports, ${brief(String(expected.digest))}`,
    );
  return events;
}
