import { isPaged, parsePaging } from '../../base/operation-row.ts';
import type { OperationName } from '../../catalogue/index.ts';
import type { Tool, ToolContext } from '../tool.ts';
import { answered } from './answered.ts';
import { audited } from './audited.ts';
import { canonical } from './canonical.ts';
import { UNTRUSTED } from './clean.ts';
import { chosenFields } from './fields.ts';
import { readRows } from './read-rows.ts';
import { type Arguments, requestedArguments } from './requested.ts';
import type { Seal } from './seal.ts';
import { refusal } from './tool-refusal.ts';

const DEFAULT_LIMIT = 50;
const HIGHEST_LIMIT = 1000;

/** What the reads of a process share. */
export interface ReadState {
  readonly seal: Seal;
  /** Milliseconds to wait if this read was made too often. */
  readonly waitForRepeat: (read: string) => number | undefined;
}

/** Creates the tool that calls an operation which changes nothing. */
export function createCallRead(state: ReadState): Tool {
  return {
    name: 'call_read',
    title: 'Read data',
    description:
      'Calls an operation that only reads. A list answers with rows and, if there are more, a cursor: repeat the call with it.',
    input: {
      type: 'object',
      properties: {
        operation: { type: 'string', description: 'e.g. externalUser.list' },
        arguments: { type: 'object' },
        fields: {
          type: 'array',
          items: { type: 'string' },
          maxItems: 100,
          description: 'only these, dotted; saves tokens',
        },
        limit: {
          type: 'integer',
          minimum: 1,
          maximum: HIGHEST_LIMIT,
          description: `rows, default ${DEFAULT_LIMIT}`,
        },
        cursor: { type: 'string' },
      },
      required: ['operation'],
      additionalProperties: false,
    },
    output: {
      type: 'object',
      properties: {
        untrusted: { type: 'string' },
        rows: { type: 'array' },
        answer: {},
        cursor: { type: 'string' },
      },
    },
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
    run: (context, input) =>
      audited(context, 'call_read', input, (operation) => read(context, operation, input, state)),
  };
}

async function read(
  context: ToolContext,
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  { seal, waitForRepeat }: ReadState,
): Promise<Readonly<Record<string, unknown>>> {
  const args = requestedArguments(context, operation, Object(input.arguments) as Arguments);
  const isList = isPaged(operation.row);
  const names = Array.isArray(input.fields) ? input.fields.map(String) : [];
  const fields = chosenFields(operation, isList ? parsePaging(operation.row).items : '', names);
  const limit = Math.min(HIGHEST_LIMIT, Number(input.limit ?? DEFAULT_LIMIT));
  const cursor = input.cursor === undefined ? undefined : String(input.cursor);
  if (cursor !== undefined && !isList)
    throw refusal('BadCursor', `${operation.name} is not a list.`, 'Call it without a cursor.');
  refuseRepeat(waitForRepeat(canonical([operation.id, args, names, limit, cursor])));
  if (isList) {
    return {
      untrusted: UNTRUSTED,
      ...(await readRows(context, seal, { operation, args, fields, limit, cursor })),
    };
  }
  const answer: unknown = await context.caller['~call'](operation.row, args, { signal: context.signal });
  return answered(context, answer, { fields });
}

function refuseRepeat(wait: number | undefined): void {
  if (wait === undefined) return;
  throw refusal(
    'Repeated',
    'The same read was made several times within a minute.',
    'Use the answer that you have, or stop. If you wait for a change, wait this long first.',
    { retryAfterMs: wait },
  );
}
