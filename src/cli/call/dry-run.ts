import type { HttpRequest } from '../../base/exchange.ts';
import { parseOperation } from '../../base/operation-row.ts';
import { printable } from '../../base/printable.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { layOut } from '../../client/index.ts';
import type { Context, Flags } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { formatOf } from '../output/format.ts';

/** Prints the request that a call would send, without its token, and sends nothing. */
export async function printRequest(
  context: Context,
  operation: OperationName,
  args: object,
  flags: Flags,
): Promise<number> {
  const { stdout, say } = context;
  const { method, path, query, headers, body: content } = await layOut(parseOperation(operation.row), args);
  const fields = Object.fromEntries(headers ?? []);
  const pairs = [...new URLSearchParams(query)];
  if (formatOf(context, flags) === 'table') {
    const lines = [
      `${method} ${path}`,
      ...Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`),
      ...pairs.map(([name, value]) => `  ${name}=${value}`),
    ];
    if (content !== undefined) lines.push(bodyText(content));
    stdout.write(`${printable(lines.join('\n'))}\n${say('notSent')}\n`);
  } else {
    const isJson = /json/.test(fields['content-type'] ?? 'json');
    // A JSON body is already text, so that its integers keep their digits.
    const body = content && (isJson ? content : JSON.stringify(bodyText(content)));
    const head = JSON.stringify({
      method,
      path,
      query: groupPairs(pairs),
      ...(headers && { headers: fields }),
    });
    stdout.write(`${printable(`${head.slice(0, -1)}${body === undefined ? '' : `,"body":${body}`}}`)}\n`);
  }
  return exitCode('ok');
}

/** A body as text, if it is text. A form with a file is mostly text, and its boundary shows where the file is. */
function bodyText(content: NonNullable<HttpRequest['body']>): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** Groups a query by name. A name that occurs several times gets a list. */
function groupPairs(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of pairs) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  return Object.fromEntries(
    [...grouped].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
  );
}
