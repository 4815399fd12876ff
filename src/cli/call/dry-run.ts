import { parseOperation } from '../../base/operation-row.ts';
import { printable } from '../../base/printable.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { layOutArguments } from '../../client/index.ts';
import type { Context, Flags } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { formatOf } from './format.ts';

/** Prints the request that a call would send, without its token, and sends nothing. */
export function printRequest(context: Context, operation: OperationName, args: object, flags: Flags): number {
  const { stdout, say } = context;
  const { method, path, query, body } = layOutArguments(parseOperation(operation.row), args);
  const pairs = [...new URLSearchParams(query)];
  if (formatOf(context, flags) === 'table') {
    const lines = [`${method} ${path}`, ...pairs.map(([name, value]) => `  ${name}=${value}`)];
    if (body !== undefined) lines.push(body);
    stdout.write(`${printable(lines.join('\n'))}\n${say('notSent')}\n`);
  } else {
    // The body is already text, so that its integers keep their digits.
    const head = JSON.stringify({ method, path, query: groupPairs(pairs) });
    stdout.write(`${printable(`${head.slice(0, -1)}${body === undefined ? '' : `,"body":${body}`}}`)}\n`);
  }
  return exitCode('ok');
}

/** Groups a query by name. A name that occurs several times gets a list. */
function groupPairs(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of pairs) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  return Object.fromEntries(
    [...grouped].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
  );
}
