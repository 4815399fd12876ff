import type {
  BatchOptions,
  Caller,
  CallOptions,
  Methods,
  PageOptions,
  SplitOptions,
} from '../../generated/client.ts';
import type { Clock } from '../base/clock.ts';
import { hasBatchRows, isBatched, isPaged, memberOf } from '../base/operation-row.ts';
import { allOf, batchesOf } from './batches.ts';
import { itemsOf, pagesOf } from './lists.ts';

type Method = (params?: object, options?: CallOptions) => unknown;

/** Creates the nested methods, one for each row: `opportunity.one` for `opportunity/one`. */
export function createMethods(rows: readonly string[], caller: Caller, clock?: Clock): Methods {
  const members = new Map<string, Method | Map<string, Method>>();
  for (const row of rows) {
    const [first, second] = memberOf(row);
    const method: Method = (params, options) => caller['~call'](row, params, options);
    if (isPaged(row)) {
      Object.assign(method, {
        items: (params?: object, options?: PageOptions) => itemsOf(caller, row, params, options, clock),
        pages: (params?: object, options?: PageOptions) => pagesOf(caller, row, params, options, clock),
      });
    }
    if (isBatched(row)) {
      Object.assign(method, {
        batches: (params: object, options?: BatchOptions) => batchesOf(caller, row, params, options),
        ...(hasBatchRows(row) && {
          all: (params: object, options?: SplitOptions) => allOf(caller, row, params, options),
        }),
      });
    }
    if (second === undefined) {
      members.set(first, method);
    } else {
      const group = members.get(first);
      if (group instanceof Map) group.set(second, method);
      else members.set(first, new Map([[second, method]]));
    }
  }
  const entries = Array.from(members, ([name, member]) => [
    name,
    member instanceof Map ? Object.fromEntries(member) : member,
  ]);
  // The interface is generated from the same rows by the same rule; test/client/methods.test.ts checks that.
  return Object.fromEntries(entries) as Methods;
}
