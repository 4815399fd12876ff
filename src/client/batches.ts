import type { Batch, BatchOptions, Caller, SplitOptions } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import type { BatchRule } from '../base/batch-rule.ts';
import { remedyFor } from '../base/documented-codes.ts';
import { type WeibanError, WeibanResponseError } from '../base/errors.ts';
import { numberAbove } from '../base/number-above.ts';
import { parseBatchRules, parseOperation } from '../base/operation-row.ts';
import { refusal } from './argument-text.ts';
import { checkParams } from './arguments.ts';
import { checkOptions } from './check-options.ts';
import { valueAt } from './read-page.ts';

type AnyBatch = Batch<object, unknown, ErrorName>;

/**
 * Sends a list that is too long for one call in several calls, and yields the outcome of each in the order of the list.
 * A failure is an outcome too; after it, the rest is sent only if the options say so and the failure concerns that call
 * alone. A write is sent one call at a time and is never interrupted: whatever was sent is yielded.
 *
 * Throws WeibanConfigError if the arguments or options do not fit, the signal's reason, and what a hook throws.
 */
export async function* batchesOf(
  caller: Caller,
  row: string,
  params: object,
  asked?: BatchOptions,
): AsyncGenerator<AnyBatch> {
  const { id, safety } = parseOperation(row);
  const checked = checkOptions(id, asked);
  const { concurrency = 1, onFailure, signal: given, ...options } = checked;
  const { argument, max, list } = chooseList(id, row, params);
  const isWrite = safety === 'w';
  if (numberAbove(0, 'concurrency', concurrency, id) > 1 && isWrite)
    throw refusal(id, 'it is a write; send its batches without concurrency');
  if (onFailure !== undefined && onFailure !== 'continue')
    throw refusal(id, `onFailure is ${onFailure}; leave it out or give "continue"`);
  const controller = new AbortController();
  const signal = given ? AbortSignal.any([given, controller.signal]) : controller.signal;
  const send = async (from: number): Promise<AnyBatch> => {
    const items = list.slice(from, from + max);
    const call = caller['~call'](
      row,
      { ...params, [argument]: items },
      { ...options, ...(!isWrite && { signal }) },
    );
    return { ...(await call.result()), items, from, to: from + items.length };
  };
  const queue: Promise<AnyBatch>[] = [];
  try {
    for (let next = 0; ; ) {
      given?.throwIfAborted();
      for (; queue.length < concurrency && next < list.length; next += max) {
        const batch = send(next);
        // A consumer that leaves the loop does not care about later failures.
        batch.catch(() => undefined);
        queue.push(batch);
      }
      const batch = await queue.shift();
      if (!batch) return;
      yield batch;
      if (!batch.ok && !(onFailure && concernsOneCall(batch.error))) return;
    }
  } finally {
    // Ends reads that are under way when the consumer leaves the loop.
    controller.abort();
  }
}

/** The rows of all answers in the order of the list. Rejects as {@link batchesOf} does, and with the first failure. */
export async function allOf(
  caller: Caller,
  row: string,
  params: object,
  options?: SplitOptions,
): Promise<unknown[]> {
  const { id } = parseOperation(row);
  const rule = chooseList(id, row, params);
  const rows: unknown[] = [];
  for await (const batch of batchesOf(caller, row, params, options)) {
    if (!batch.ok) throw batch.error;
    for (const found of orderedRows(id, rule, batch.value, batch.items)) rows.push(found);
  }
  return rows;
}

/** Chooses the list to split: the one of the arguments that `x-batch` names that holds something. */
function chooseList(
  id: string,
  row: string,
  params: object,
): BatchRule & { readonly list: readonly unknown[] } {
  const rules = parseBatchRules(row);
  const given = rules
    .map((rule) => ({ ...rule, list: Reflect.get(checkParams(id, params), rule.argument) }))
    .filter(({ list }) => Array.isArray(list));
  const filled = given.filter(({ list }) => list.length > 0);
  const [chosen] = filled.length > 0 ? filled : given;
  if (chosen && filled.length < 2) return { ...chosen, list: [...chosen.list] };
  const names = rules.map(({ argument }) => argument).join(', ');
  throw refusal(id, `it splits one list; give a list as one of these arguments: ${names}`);
}

/** An answer says that the call was refused, and no other call would be refused for the same reason. */
function concernsOneCall({ kind, code }: WeibanError): boolean {
  return kind === 'api' && !remedyFor(code);
}

/** The rows of one answer, in the order of the items that they belong to; rows of no item come last. */
function orderedRows(
  id: string,
  { items: path, key }: BatchRule,
  answer: object,
  items: readonly unknown[],
): unknown[] {
  const rows = valueAt(answer, path) ?? [];
  if (!Array.isArray(rows)) {
    throw new WeibanResponseError(
      `${id} answers no list at ${path}; compare the answer with the specification.`,
      {
        operation: id,
        problem: 'paging',
      },
    );
  }
  const keyOf = (value: unknown) =>
    String(value && typeof value === 'object' ? Reflect.get(value, key) : value);
  const places = new Map(items.map((item, at) => [keyOf(item), at]));
  const placeOf = (found: unknown) => places.get(keyOf(found)) ?? items.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}
