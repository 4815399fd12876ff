import { idPairs } from '../../generated/sandbox.ts';
import { isObject } from '../base/is-object.ts';
import type { IsExample } from './memory.ts';
import { type JsonObject, setAt } from './paths.ts';
import type { Ask } from './tag-library.ts';

/** How one operation turns ids of customers into pairs of ids. */
interface IdPairs {
  /** The arguments that hold ids, each with the argument of `get` that finds the customer. */
  readonly arguments: Readonly<Record<string, string>>;
  /** The operation that finds a customer, and where its answer has it. */
  readonly get: string;
  readonly at: string;
  /** The fields of a pair, each with the customer's field. */
  readonly pair: Readonly<Record<string, string>>;
  /** Where the pairs are in the answer. */
  readonly result: string;
}

const CALLS: Readonly<Record<string, IdPairs>> = idPairs;

/**
 * The answer of a call that asks for pairs of ids, one for each id in its order; undefined if the operation is another. The
 * other id of an unknown customer is empty.
 */
export function withIdPairs(
  ask: Ask,
  id: string,
  args: JsonObject,
  isExample: IsExample,
  answer: JsonObject,
): JsonObject | undefined {
  const call = Object.hasOwn(CALLS, id) ? CALLS[id] : undefined;
  const sent = Object.entries(call?.arguments ?? {}).find(([argument]) => Array.isArray(args[argument]));
  if (call === undefined || !sent || isExample(sent[0])) return undefined;
  const [argument, by] = sent;
  const pairs = [args[argument]].flat().map((item) => {
    const wanted = isObject(item) ? item[by] : item;
    const customer = ask(call.get, { [by]: wanted })?.[call.at];
    const found: JsonObject = isObject(customer) ? customer : { [by]: wanted };
    return Object.fromEntries(Object.entries(call.pair).map(([field, from]) => [field, found[from] ?? '']));
  });
  const copy = { ...answer };
  setAt(copy, call.result, pairs);
  return copy;
}
