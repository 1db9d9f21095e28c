import { closeSync, openSync, writeSync } from 'node:fs';
import { columnsOf, type TableFormat } from '../../src/model/index.ts';
import { seeded } from '../../src/stats/index.ts';

const countries = [
  ['Mali', 432],
  ['Central African Republic', 482],
  ['Niger', 436],
  ['Burkina Faso', 439],
  ['Sudan', 625],
  ['DR Congo (Zaire)', 490],
  ['Syria', 652],
  ['Ukraine', 369],
] as const;

/**
 * Writes a synthetic file in the layout of the GED: 49 columns, quoted lists of sources of the usual length, some with
 * line feeds. The rows are made up; only their shape is that of the data set.
 */
export function writeSyntheticGed(path: string, rows: number, format: TableFormat, seed = 1): void {
  const random = seeded(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const header = format.headerless ?? [];
  for (const column of columnsOf(format)) if (!header.includes(column)) throw new Error(`no column ${column}`);
  const file = openSync(path, 'w');
  try {
    writeSync(file, `${header.join(',')}\n`);
    let buffer = '';
    for (let i = 0; i < rows; i++) {
      const [country, gw] = countries[whole(countries.length)] as (typeof countries)[number];
      const day = new Date(Date.UTC(1989, 0, 1 + whole(12_400))).toISOString().slice(0, 10);
      const type = 1 + whole(3);
      const [a, b, civilians, unknown] = [type === 3 ? 0 : whole(6), type === 3 ? 0 : whole(6), whole(4), whole(3)];
      const best = a + b + civilians + unknown;
      const n = 1 + whole(4);
      const outlet = (k: number) =>
        `Outlet ${whole(90)},${day},Headline ${i} number ${k} on what happened near place ${whole(900)}`;
      const articles = Array.from({ length: n }, (_, k) => `""${outlet(k)}""`).join(whole(50) === 0 ? ';\n' : ';');
      const [lat, lon] = [(random() * 30).toFixed(6), (random() * 40 - 10).toFixed(6)];
      const place = whole(900);
      buffer += `${i + 1},SYN-${day.slice(0, 4)}-${type}-${whole(900)}-${i},${day.slice(0, 4)},1,Clear,${type},${whole(900)},${whole(900)},Conflict ${whole(90)}: Government,${whole(900)},${whole(900)},Side ${whole(90)} - Side ${whole(90)},${whole(900)},${whole(900)},Government of ${country},${whole(900)},${whole(900)},${type === 3 ? 'Civilians' : `Group ${whole(200)}`},${n},"${articles}",Outlet ${whole(90)};Outlet ${whole(90)},${day};${day},Headline ${i},Told by residents and officials of place ${place},${1 + whole(6)},Place ${place} town,"village of place ${place}, near place ${whole(900)}, district ${whole(90)}",Region ${whole(12)},District ${whole(90)},${lat},${lon},POINT (${lon} ${lat}),${100000 + whole(90000)},${country},${gw},Africa,1,${1 + whole(5)},${day} 00:00:00.000,${day} 00:00:00.000,${a},${b},${civilians},${unknown},${best},${best + whole(5)},${Math.max(0, best - whole(3))},${gw},\n`;
      if (buffer.length > 1 << 20) {
        writeSync(file, buffer);
        buffer = '';
      }
    }
    writeSync(file, buffer);
  } finally {
    closeSync(file);
  }
}
