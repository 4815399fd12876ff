import type { Caller, CallOptions, Methods } from '../../generated/client.ts';
import { memberOf } from './operation.ts';

type Method = (params?: object, options?: CallOptions) => unknown;

/** The nested methods, `opportunity.one` for `opportunity/one`, one for each row. */
export function createMethods(rows: readonly string[], caller: Caller): Methods {
  const members = new Map<string, Method | Map<string, Method>>();
  for (const row of rows) {
    const [first, second] = memberOf(row);
    const method: Method = (params, options) => caller['~call'](row, params, options);
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
  // Sound because the interface is generated from the same rows by the same rule; test/client/methods.test.ts holds it to that.
  return Object.fromEntries(entries) as Methods;
}
