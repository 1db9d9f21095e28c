/**
 * When, as precisely as the source says and no more: inclusive ISO 8601 prefixes in UTC, `2022`, `2022-03` or
 * `2022-03-27`; the length of the prefix is the precision. `null` on one side: open or not stated on that side.
 */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const isoPrefix = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** True for `2022`, `2022-03` and `2022-03-27`, and for nothing else. */
export function isIsoPrefix(text: string): boolean {
  return isoPrefix.test(text);
}
