import { styleText } from 'node:util';
import { exactJson } from '../../kit/exact-json.ts';
import type { DriftChange, PageDrift } from './compare-capture.ts';

const COLOURS = { unchanged: 'dim', changed: 'yellow', new: 'green', gone: 'red' } as const;
const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** Prints drift for a person: a line for each page that changed, a line for each change, and a summary. */
export function printDrift(drift: readonly PageDrift[]): string {
  const lines = drift.flatMap(({ state, page, method, path, title, changes, missing, notes, proposals }) => {
    if (state === 'unchanged' && missing.length + notes.length === 0) return [];
    return [
      `${styleText(COLOURS[state], state.padEnd(9))} ${method} ${path}  ${title} (${page})`,
      ...changes.map((change) => `    ${lineOf(change)}`),
      ...proposals.map((proposal) => `    ? ${proposal}; decide where they belong`),
      ...notes.map((note) => `    ! ${note}`),
      ...(missing.length > 0
        ? [`    partly read, without ${missing.join(', ')}; nothing there counts as removed`]
        : []),
    ];
  });
  const states = ['unchanged', 'changed', 'new', 'gone'] as const;
  const counts = states.map((state) => `${drift.filter((page) => page.state === state).length} ${state}`);
  const partly = drift.filter(({ missing }) => missing.length > 0).length;
  return [...lines, `${drift.length} pages: ${counts.join(', ')}; ${partly} partly read`].join('\n');
}

function lineOf({ kind, what, where, from, to }: DriftChange): string {
  const values =
    kind === 'changed' ? `${show(from)} → ${show(to)}` : kind === 'added' ? show(to) : show(from);
  return `${SIGNS[kind]} ${[what, where].filter(Boolean).join(' ')}: ${values}`;
}

function show(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : exactJson(value);
}
