import { tokenOperation } from '../../../generated/profile.ts';
import { isPaged, parsePaging } from '../../base/operation-row.ts';
import { listOperations, type OperationName } from '../../catalogue/index.ts';
import { pagesOf, valueAt } from '../../client/index.ts';
import { cleanAndMasked } from '../calls/clean.ts';
import { type Arguments, auditedNames, isRead, requestedArguments } from '../calls/requested.ts';
import { refusal } from '../calls/tool-refusal.ts';
import type { Tool, ToolContext } from '../tool.ts';
import type { ScriptLimits } from './limits.ts';
import type { DoorRequest, ScriptMethod } from './protocol.ts';

/** What the doors of one program work with. */
export interface DoorParts {
  readonly context: ToolContext;
  /** `call_write`, which has the rules for writes. */
  readonly callWrite: Tool;
  readonly limits: ScriptLimits;
  /** Runs a write, which may wait for a person. */
  readonly whileAsking: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What a program reaches the API by. */
export interface Doors {
  /** The text of an answer: masked JSON. Rejects with the errors of the call. */
  readonly answer: (request: DoorRequest) => Promise<string>;
  /** The arguments behind a request, with pseudonyms. */
  readonly argumentsOf: (request: DoorRequest) => unknown;
  readonly counts: () => { readonly calls: number; readonly rows: number };
}

interface OpenList {
  readonly kind: 'items' | 'pages';
  readonly operation: OperationName;
  readonly given: Arguments;
  readonly pages: AsyncGenerator<object>;
}

interface State extends DoorParts {
  readonly lists: Map<string, OpenList>;
  calls: number;
  rows: number;
}

/** The operations that a program can call, by method. */
function methods(): Map<string, OperationName> {
  const all = listOperations().filter(({ id }) => id !== tokenOperation);
  return new Map(all.map((operation) => [operation.name, operation]));
}

/** The methods of `weiban` in a program. */
export function scriptMethods(): ScriptMethod[] {
  return [...methods().values()].map(({ name, row }) => ({ name, isList: isPaged(row) }));
}

/** Opens the doors of one program: it sees pseudonyms alone, and its arguments are unmasked here. */
export function createDoors(parts: DoorParts): Doors {
  const state: State = { ...parts, lists: new Map(), calls: 0, rows: 0 };
  const known = methods();
  return {
    async answer({ kind, subject, text }) {
      if (kind === 'next') return nextPage(state, subject);
      if (kind === 'close') return closeList(state, subject);
      const operation = known.get(subject);
      if (!operation) throw refusal('UnknownOperation', 'There is no such method.', 'Use search_operations.');
      // The prelude sends the JSON of an object or a list.
      const args = JSON.parse(text) as Arguments;
      if (kind !== 'call') return openList(state, kind, operation, args);
      return isRead(operation) ? read(state, operation, args) : write(state, operation, args);
    },
    argumentsOf: ({ kind, subject, text }) =>
      kind === 'next' || kind === 'close' ? state.lists.get(subject)?.given : JSON.parse(text),
    counts: () => ({ calls: state.calls, rows: state.rows }),
  };
}

async function read(state: State, operation: OperationName, given: Arguments): Promise<string> {
  const { context } = state;
  return audited(context, operation, auditedNames(operation, given), async () => {
    const args = requestedArguments(context, operation, given);
    state.calls++;
    const answer: object = await context.caller['~call'](operation.row, args, { signal: context.signal });
    if (isPaged(operation.row)) countRows(state, valueAt(answer, parsePaging(operation.row).items));
    return masked(context, answer);
  });
}

/** Writes by the rules of `call_write`, which asks the person and keeps its own audit line. */
async function write(state: State, operation: OperationName, args: Arguments): Promise<string> {
  const { context, callWrite, whileAsking } = state;
  state.calls++;
  const { value, isError } = await whileAsking(() =>
    callWrite.run(context, { operation: operation.name, arguments: args }),
  );
  if (isError) throw new DoorError(Object(value.error));
  if (value.status === 'sent') return JSON.stringify(value.answer ?? null);
  throw refusal(
    'NeedsPerson',
    `${operation.name} changes data, and this client can't ask the person. Nothing was sent.`,
    'Return the arguments, and make each write with call_write.',
  );
}

/** A failure that another tool has already put into words. */
export class DoorError extends Error {
  constructor({ name = 'Error', message = '', advice = '' }: Partial<Record<string, string>>) {
    super([message, advice].filter(Boolean).join(' '));
    this.name = name;
  }
}

async function openList(
  state: State,
  kind: OpenList['kind'],
  operation: OperationName,
  given: Arguments,
): Promise<string> {
  const { context, lists } = state;
  const args = requestedArguments(context, operation, given);
  const id = String(lists.size);
  const pages = pagesOf(context.caller, operation.row, args, { signal: context.signal });
  lists.set(id, { kind, operation, pages, given });
  return id;
}

/** The next page, or its rows; an empty text after the last one. */
async function nextPage(state: State, id: string): Promise<string> {
  const list = state.lists.get(id);
  if (!list) return '';
  const { operation, given, pages, kind } = list;
  return audited(state.context, operation, auditedNames(operation, given), async () => {
    const { value, done } = await pages.next();
    if (done) return '';
    state.calls++;
    const rows = valueAt(value, parsePaging(operation.row).items);
    countRows(state, rows);
    return masked(state.context, kind === 'items' ? (rows ?? []) : value);
  });
}

async function closeList({ lists }: State, id: string): Promise<string> {
  await lists.get(id)?.pages.return(undefined);
  return '';
}

function countRows(state: State, rows: unknown): void {
  state.rows += Array.isArray(rows) ? rows.length : 0;
  const { rows: most } = state.limits;
  if (state.rows <= most) return;
  throw refusal('LimitError', `A program reads at most ${most} rows (limit rows).`, 'Filter by arguments.');
}

function masked({ masker }: ToolContext, value: unknown): string {
  return JSON.stringify(cleanAndMasked(masker, value));
}

/** Writes a line of the audit log for a call that a program makes. */
async function audited(
  { audit }: ToolContext,
  operation: OperationName,
  names: readonly string[],
  work: () => Promise<string>,
): Promise<string> {
  const line = { tool: 'run_script', operation: operation.id, arguments: names };
  try {
    const text = await work();
    // After the last page nothing was called.
    if (text !== '') audit({ ...line, outcome: 'ok' });
    return text;
  } catch (error) {
    audit({ ...line, outcome: `error ${error instanceof Error ? error.name : 'fault'}` });
    throw error;
  }
}
