import { parseOperation } from '../../base/operation-row.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { layOut } from '../../client/index.ts';
import type { Tool, ToolContext } from '../tool.ts';
import { answered } from './answered.ts';
import { audited, type Progress } from './audited.ts';
import { canonical } from './canonical.ts';
import { roomBeside, UNTRUSTED } from './clean.ts';
import { CONFIRM_WITHIN, type Confirmations } from './confirmation.ts';
import { previewOf, questionOf } from './preview.ts';
import { type Arguments, requestedArguments } from './requested.ts';
import { refusal } from './tool-refusal.ts';

/** The most tokens of arguments in a question to a person. */
const LONGEST_QUESTION = 1500;

/** Creates the tool that calls an operation which changes data. */
export function createCallWrite(confirmations: Confirmations): Tool {
  return {
    name: 'call_write',
    title: 'Change data',
    description:
      'Calls an operation that changes data, deletes or sends, if the operator allows it. Without confirm it may send nothing and answer with a preview: show it to the person, and only if they agree repeat the call with its confirm.',
    input: {
      type: 'object',
      properties: {
        operation: { type: 'string' },
        arguments: { type: 'object' },
        confirm: { type: 'string' },
      },
      required: ['operation'],
      additionalProperties: false,
    },
    output: {
      type: 'object',
      properties: {
        status: { enum: ['preview', 'sent'] },
        preview: { type: 'object' },
        confirm: { type: 'string' },
        answer: {},
      },
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    run: (context, input) =>
      audited(context, 'call_write', input, (operation, progress) =>
        write(context, operation, input, { confirmations, progress }),
      ),
  };
}

async function write(
  context: ToolContext,
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  { confirmations, progress }: { readonly confirmations: Confirmations; readonly progress: Progress },
): Promise<Readonly<Record<string, unknown>>> {
  refuseUnlessAllowed(context, operation);
  const given = Object(input.arguments) as Arguments;
  const args = requestedArguments(context, operation, given);
  // What cannot be sent is told before anybody is asked.
  await layOut(parseOperation(operation.row), args);
  const exact = canonical(['confirm', operation.id, args]);
  if (context.ask) await askPerson(context, operation, given);
  else if (input.confirm === undefined) {
    progress.ended('preview');
    return firstPreview(context, operation, given, confirmations.create(exact));
  } else if (!confirmations.use(String(input.confirm), exact)) throw notConfirmed();
  return send(context, operation, args, progress);
}

function refuseUnlessAllowed({ allowsWrite }: ToolContext, { id, name }: OperationName): void {
  if (allowsWrite(id)) return;
  throw refusal(
    'WriteNotAllowed',
    `${name} changes data, and this server does not allow it. Nothing was sent.`,
    `Tell the person. To allow it, the operator starts the server with --allow-writes ${name}.`,
  );
}

/** Rejects with ToolRefusal unless the person behind the client says yes. */
async function askPerson(context: ToolContext, operation: OperationName, given: Arguments): Promise<void> {
  const preview = previewOf(context, operation, given, LONGEST_QUESTION);
  if (await context.ask?.(questionOf(preview, context.language))) return;
  throw refusal(
    'Declined',
    'The person did not agree. Nothing was sent.',
    'Do not try again unless they ask for it.',
  );
}

function firstPreview(context: ToolContext, operation: OperationName, given: Arguments, confirm: string) {
  const minutes = CONFIRM_WITHIN / 60_000;
  const rest = {
    status: 'preview',
    untrusted: UNTRUSTED,
    confirm,
    next: `Nothing was sent. Show this to the person. Only if they agree, repeat the call with confirm within ${minutes} minutes.`,
  };
  const bare = previewOf(context, operation, {}, context.budget);
  const room = roomBeside(context.budget, { ...rest, preview: bare, cut: {} });
  return { ...rest, preview: previewOf(context, operation, given, room) };
}

function notConfirmed(): Error {
  return refusal(
    'NotConfirmed',
    'The confirmation is used, too old, or for another call: operation and arguments must be exactly those of the preview. Nothing was sent.',
    'Call again without confirm for a new preview.',
  );
}

async function send(
  context: ToolContext,
  { row }: OperationName,
  args: Arguments,
  { sending, ended }: Progress,
): Promise<Readonly<Record<string, unknown>>> {
  sending();
  const answer: unknown = await context.caller['~call'](row, args, { signal: context.signal });
  ended('sent');
  return answered(context, answer, { more: { status: 'sent' } });
}
