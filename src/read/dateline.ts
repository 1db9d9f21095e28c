import { findDate } from './dates.ts';

const dateLabel =
  /^(?:published|posted|updated|date|publié(?:e)?|mis en ligne|publication date|date de publication)(?!\p{L})[^\p{L}\d]{0,4}(?:on|le|:)?/iu;
const weekday = /^\p{L}{3,10}\.?,?\s+(?=\d|\p{L}{3,10}\.?\s+\d)/u;
/** "BAMAKO, 3 July 2015 -", "GAO (Mali), le 3 juillet 2015 —": a place in capitals, then the date, then a dash. */
const dateline =
  /^\p{Lu}[\p{Lu}\p{M}'’ .-]{1,40}(?:\s?\([^()]{1,40}\))?(?:,\s[\p{L} ]{1,30})?,\s(?:le\s)?(?=[^\n]{6,60}?\s?[-–—:])/u;

/** The date of a line that holds nothing else but a label, a weekday and a time of day. */
export function dateLine(line: string, dayFirst: boolean): string | null {
  if (line.length > 80) return null;
  const label = dateLabel.exec(line)?.[0] ?? '';
  const rest = line.slice(label.length).trim();
  const found = findDate(rest, dayFirst);
  if (found === null) return null;
  const around = `${rest.slice(0, found.start).replace(weekday, '')} ${rest.slice(found.end)}`;
  const besides = around
    .replace(/(?<!\p{L})(?:le|on|at|à|gmt|utc|am|pm|edt|est|cet|h)(?!\p{L})|[\d:.,|()h-]/giu, ' ')
    .trim();
  const short = besides === '' || /^\p{L}{3,10}$/u.test(besides);
  return label !== '' || short ? found.date : null;
}

/** The date of a dateline at the head of running text. */
export function datelineDate(line: string, dayFirst: boolean): string | null {
  const place = dateline.exec(line);
  if (place === null) return null;
  const rest = line.slice(place[0].length, place[0].length + 70);
  const found = findDate(rest, dayFirst);
  if (found === null || !/^(?:\p{L}{3,9}\s)?$/u.test(rest.slice(0, found.start))) return null;
  return /^\s?(?:\([^()]{1,30}\)\s?)?[-–—:]/.test(rest.slice(found.end)) ? found.date : null;
}
