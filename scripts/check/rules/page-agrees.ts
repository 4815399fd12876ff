import { child, placeIn } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { type FactPage, statusOf } from '../../evidence/facts/facts.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Finding, Rule } from '../rule.ts';

/** An operation and the facts agree about the page. */
export const pageAgrees: Rule = {
  code: 'page-agrees',
  sentence: 'An operation has the method, tag, page, seat and status of its facts.',
  fix: 'write what the facts say; if the documentation changed, import its facts first',
  check: ({ operations, spec }) => {
    const hasSeats = isObject(spec.root.value) && isObject(spec.root.value['x-seats']);
    return operations.flatMap((operation): Finding[] => {
      const { url, located, facts } = operation;
      if (facts !== undefined) return disagreements(operation, facts.page, facts.source.name, hasSeats);
      const fix = 'import its page: npm run docs -- import <file>';
      return [{ message: `spec/docs has no facts of ${url}`, place: placeIn(located), fix }];
    });
  },
};

function disagreements(
  { url, method, located }: Operation,
  page: FactPage,
  file: string,
  hasSeats: boolean,
): Finding[] {
  const status = statusOf(page);
  const written = child(located, 'x-page')?.value ?? {};
  const rows: readonly [keys: readonly string[], found: unknown, wanted: unknown][] = [
    [[], method, (page.method ?? method).toLowerCase()],
    [['tags'], Array.isArray(located.value.tags) ? located.value.tags[0] : undefined, page.slug],
    [['x-page', 'id'], written.id, page.page],
    [['x-page', 'title'], written.title, page.title],
    [['x-page', 'modified'], written.modified, page.modified ?? 'unknown'],
    [['x-seat'], located.value['x-seat'], page.seat ?? (hasSeats ? 'unknown' : undefined)],
    [['x-status'], located.value['x-status'], status],
    [['deprecated'], located.value.deprecated === true, status === 'deprecated'],
  ];
  return rows
    .filter(([, found, wanted]) => found !== wanted)
    .map(([keys, found, wanted]) => ({
      message: `${url}: ${keys.length === 0 ? 'the method' : keys.join('.')} is ${say(found)}, but ${file} says ${say(wanted)}`,
      place: placeIn(located, ...keys),
    }));
}

function say(value: unknown): string {
  return value === undefined ? 'nothing' : exactJson(value);
}
