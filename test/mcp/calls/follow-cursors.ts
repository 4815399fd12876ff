import { requests } from '../../../generated/sandbox.ts';
import { isPaged, parsePaging } from '../../../src/base/operation-row.ts';
import { type ExampleCall, exampleCalls } from '../../support/call-with-examples.ts';
import type { toolsOf } from './tool-context.ts';

/** Every list of the specification. */
export const lists = exampleCalls.filter(({ row }) => isPaged(row));

/** A period that holds every row. */
const WIDEST: Readonly<Record<string, number>> = { start_time: 1, end_time: 4_000_000_000 };

/** The required arguments of a list, with pages of five rows. */
export function argumentsOf({ id, row, params }: ExampleCall): object {
  const { size, position } = parsePaging(row);
  const { parameters, body, oneOf = [] } = JSON.parse(requests[id] ?? '{}');
  const named = parameters.filter(({ required }: { required?: boolean }) => required);
  const required = [
    ...named.map(({ name }: { name: string }) => name),
    ...(body?.schema.required ?? []),
    ...oneOf.slice(0, 1),
  ];
  const kept = Object.entries(params).filter(([name]) => name !== position && required.includes(name));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, WIDEST[name] ?? value])),
    [size]: 5,
  };
}

/** The tool call_read as a function. */
export type Read = ReturnType<typeof toolsOf>['read'];

/** Follows the cursors of a list to its end. */
export async function follow(read: Read, input: object): Promise<{ rows: unknown[]; calls: number }> {
  const rows: unknown[] = [];
  let cursor: unknown;
  for (let calls = 1; ; calls++) {
    const { value, isError } = await read({ ...input, ...(cursor !== undefined && { cursor }) });
    if (isError) throw new Error(JSON.stringify(value));
    if (!Array.isArray(value.rows)) throw new Error('there are no rows');
    rows.push(...value.rows);
    cursor = value.cursor;
    if (cursor === undefined) return { rows, calls };
    if (calls > 60) throw new Error('the list does not end');
  }
}
