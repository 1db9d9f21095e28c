import type { DictionaryAgent } from '../../model/index.ts';
import { type DictionaryLine, type Entries, refusals, spaced } from './lines.ts';

/** Reads a dictionary of agents: `NOUN {PLURAL} [~COD]`, and `!SET! = FORM, FORM` for forms that `!SET!` stands for. */
export function readAgentLines(lines: readonly DictionaryLine[], file: string): Entries<DictionaryAgent> {
  const { faults, refuse } = refusals(file);
  const agents: DictionaryAgent[] = [];
  const sets = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, set, members = ''] = /^(!\w+!)\s*=\s*(.*)$/.exec(line.text.trim()) ?? [];
    if (set !== undefined) {
      sets.set(set, members.split(',').map(spaced));
      continue;
    }
    const name = spaced(line.text.replace(/[[{].*$/, ''));
    const code = /\[\s*(~?[^\s~\]]+~?)\s*\]/.exec(line.text)?.[1];
    const used = /!\w+!/.exec(name)?.[0];
    if (name === '' || code?.includes('~') !== true)
      refuse(line, `"${line.text.trim()}"`, 'a noun with [~CODE] or [CODE~]');
    else if (used !== undefined && !sets.has(used)) refuse(line, used, `a line "${used} = ..." before it`);
    else
      agents.push({
        forms: formsOf(name, /\{([^}]*)\}/.exec(line.text)?.[1], used === undefined ? undefined : sets.get(used), used),
        code,
      });
  }
  return { entries: agents, faults };
}

function formsOf(name: string, plural: string | undefined, members: readonly string[] | undefined, set = ''): string[] {
  if (members !== undefined) return members.map((member) => spaced(name.replace(set, member)));
  if (plural !== undefined) return [name, ...(plural.trim() === '' ? [] : [spaced(plural)])];
  return [name, name.endsWith('Y') ? `${name.slice(0, -1)}IES` : name.endsWith('SS') ? `${name}ES` : `${name}S`];
}
