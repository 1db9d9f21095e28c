import { parseArgs } from 'node:util';
import { benchNames, loadBench } from './support/harness.ts';
import { printResult } from './support/print.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const [name] = positionals;

if (name === undefined || !benchNames.includes(name)) {
  console.error(
    `usage: npm run -s bench -- NAME [--data FILE] [--lang en|fr] [--json]\nNAME: ${benchNames.join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const bench = await loadBench(name);
  const result = await bench.run({ data: values.data ?? null, lang: values.lang ?? null });
  if (values.json) console.log(JSON.stringify({ ...result, notes: undefined, table: undefined }));
  else printResult(result, bench);
}
