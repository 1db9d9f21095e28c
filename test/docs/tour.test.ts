import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { griot, inRepository } from '../support/cli.ts';
import { emptyFolder } from '../support/folder.ts';

interface Example {
  readonly command: string;
  readonly lines: readonly string[];
}

/** The commands in the ```console blocks of a page, each with the output shown below it. */
function examplesOf(page: string): Example[] {
  const blocks = [...page.matchAll(/```console\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...lines] = part.split('\n');
        return { command, lines: lines.filter((line) => line.trim() !== '') };
      }),
  );
}

/** Arguments as a shell cuts them: double quotes hold spaces. */
const argumentsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

// One process after another: a long page takes its time on a busy machine.
test('the commands of docs/tour.md print what the page shows', () => {
  const folder = emptyFolder();
  cpSync(inRepository('examples'), join(folder, 'examples'), { recursive: true });
  const examples = examplesOf(readFileSync(inRepository('docs/tour.md'), 'utf8'));
  expect(examples.length).toBeGreaterThan(5);
  for (const { command, lines } of examples) {
    const [name, ...args] = argumentsOf(command);
    expect(name).toBe('griot');
    const { code, out, err } = griot(args, folder);
    expect(`${command}: exit ${code}`).toMatch(/exit [01]$/);
    // "…" stands for anything: what is shown must be there, in its order.
    const printed = `${out}\n${err}`;
    for (const line of lines) {
      const pattern = line
        .split('…')
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'));
      expect(printed, command).toMatch(new RegExp(pattern.join('[\\s\\S]*')));
    }
  }
}, 300_000);
