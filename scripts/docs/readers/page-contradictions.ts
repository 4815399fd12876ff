import { isObject } from '../../spec/openapi.ts';
import type { Capture } from './capture.ts';
import { plainName } from './field-name.ts';
import { readFieldType } from './field-type.ts';

/** A contradiction on a page, with the index of the line that shows it. */
export interface PageContradiction {
  readonly message: string;
  readonly at: number;
}

const EXAMPLE_STARTS = /^[[{]/;

/**
 * Finds a contradiction in a page: an example that ends early although the page continues, or an object whose
 * number of members differs from the stated one. A page that is cut off is not a contradiction.
 * @param lines the page's lines, starting at its method.
 */
export function findContradiction(
  lines: readonly string[],
  { body, response, missing }: Capture,
): PageContradiction | undefined {
  const broken = missing.find((what) => what.endsWith(' example'));
  if (broken !== undefined && !missing.includes('the end of the page')) {
    const places = lines.flatMap((line, at) => (EXAMPLE_STARTS.test(line) ? [at] : []));
    const at = (broken.startsWith('request') ? places[0] : places.at(-1)) ?? 0;
    return { message: `the ${broken} is not complete JSON, but the page continues below it`, at };
  }
  return findMiscount(lines, [body?.example, response?.example]);
}

function findMiscount(lines: readonly string[], examples: readonly unknown[]): PageContradiction | undefined {
  const shown = new Map<string, Set<number>>();
  for (const example of examples) countMembers(example, '', shown);
  for (const [at, line] of lines.entries()) {
    const members = readFieldType(line)?.members;
    const name = plainName(lines[at - 1] ?? '');
    const counts = shown.get(name);
    if (members === undefined || members === 0 || counts === undefined || counts.has(members)) continue;
    const message = `${name} states ${members} members, but the example shows ${[...counts].join(' or ')}`;
    return { message, at };
  }
  return undefined;
}

/** Records how many members the objects of each name have in an example. */
function countMembers(value: unknown, name: string, shown: Map<string, Set<number>>): void {
  if (Array.isArray(value)) for (const item of value) countMembers(item, name, shown);
  if (!isObject(value)) return;
  shown.set(name, (shown.get(name) ?? new Set()).add(Object.keys(value).length));
  for (const [key, member] of Object.entries(value)) countMembers(member, key, shown);
}
