import type { Operation } from '../../lint/index.ts';
import { isObject } from '../../spec/openapi.ts';
import { type FactPage, statusOf } from '../facts.ts';
import { editAt, type FileEdit, stepsTo } from './change.ts';

/** The edits after which an operation's own lines about its page say what the facts say. */
export function followHead({ located }: Operation, page: FactPage): FileEdit[] {
  const { value } = located;
  const written = isObject(value['x-page']) ? value['x-page'] : {};
  const status = statusOf(page);
  const rows: readonly [keys: readonly string[], held: unknown, wanted: unknown, after: string][] = [
    [['x-page', 'title'], written.title, page.title, 'id'],
    [['x-page', 'modified'], written.modified, page.modified ?? 'unknown', 'title'],
    [['x-seat'], value['x-seat'], page.seat ?? 'unknown', 'x-page'],
    [['x-status'], value['x-status'], status, 'x-seat'],
    [['deprecated'], value.deprecated, status === 'deprecated' ? true : undefined, 'x-status'],
  ];
  return rows
    .filter(([, held, wanted]) => held !== wanted)
    .map(([keys, , wanted, after]) => {
      const at = stepsTo(located, ...keys);
      return editAt(
        located,
        wanted === undefined ? { op: 'remove', at } : { op: 'set', at, value: wanted, after },
      );
    });
}
