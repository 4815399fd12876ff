import { isObject } from '../../spec/openapi.ts';
import type { Capture } from './capture.ts';

/** What contradicts itself on a page, and the index of the line that shows it. */
export interface PageSlip {
  readonly message: string;
  readonly at: number;
}

const EXAMPLE_STARTS = /^[[{]/;

/**
 * Finds what no page says: an example that breaks off although the page goes on, or an object that has another number of
 * members than it says. What is only cut off is no slip.
 * @param lines the page's lines, from its method on.
 */
export function findSlip(
  lines: readonly string[],
  { body, response, missing }: Capture,
): PageSlip | undefined {
  const broken = missing.find((what) => what.endsWith(' example'));
  if (broken !== undefined && !missing.includes('the end of the page')) {
    const places = lines.flatMap((line, at) => (EXAMPLE_STARTS.test(line) ? [at] : []));
    const at = (broken.startsWith('response') ? places.at(-1) : places[0]) ?? 0;
    return { message: `the ${broken} is no whole JSON, and the page goes on below it`, at };
  }
  return findMiscount(lines, [body?.example, response?.example]);
}

function findMiscount(lines: readonly string[], examples: readonly unknown[]): PageSlip | undefined {
  const shown = new Map<string, Set<number>>();
  for (const example of examples) countMembers(example, '', shown);
  for (const [at, line] of lines.entries()) {
    const members = /^(?:array\s*\[\s*)?object\s*\{(\d+)\}/.exec(line)?.[1];
    const name = lines[at - 1] ?? '';
    const counts = shown.get(name);
    if (members === undefined || members === '0' || counts === undefined || counts.has(Number(members)))
      continue;
    const message = `${name} says that it has ${members} members, and the example shows ${[...counts].join(' or ')}`;
    return { message, at };
  }
  return undefined;
}

/** Notes how many members the objects of each name have in an example. */
function countMembers(value: unknown, name: string, shown: Map<string, Set<number>>): void {
  if (Array.isArray(value)) for (const item of value) countMembers(item, name, shown);
  if (!isObject(value)) return;
  shown.set(name, (shown.get(name) ?? new Set()).add(Object.keys(value).length));
  for (const [key, below] of Object.entries(value)) countMembers(below, key, shown);
}
