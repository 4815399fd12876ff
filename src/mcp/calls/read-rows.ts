import { createHash } from 'node:crypto';
import { systemClock } from '../../base/clock.ts';
import { parsePaging } from '../../base/operation-row.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { valueAt, type WalkedPage, walk } from '../../client/index.ts';
import type { ToolContext } from '../tool.ts';
import { canonical } from './canonical.ts';
import { cleanAndMasked, roomBeside } from './clean.ts';
import { type ChosenField, chosen } from './fields.ts';
import type { Arguments } from './requested.ts';
import type { Seal } from './seal.ts';
import { type Cuts, cutNotes, GENEROUS, shrunkBy, shrunkTo } from './shrink.ts';
import { weightOf } from './tokens.ts';
import { refusal } from './tool-refusal.ts';

/** The pages that one call of the tool reads at most. */
const MOST_PAGES = 20;
/** What a row may hold that shares an answer with others. */
const SHARED = { text: 512, items: 64 };

/** A place in a list: the position of a page, and the rows to skip in it. */
interface Place {
  readonly at: unknown;
  readonly skip: number;
  /** The digest of the last whole page, by which a list is noticed that answers the same at every position. */
  readonly last: string;
}

/** What is read of a list. */
export interface ListRequest {
  readonly operation: OperationName;
  /** The arguments as they are sent. */
  readonly args: Arguments;
  readonly fields: readonly ChosenField[];
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** Rows of a list as an answer has them. */
export interface ListAnswer {
  readonly rows: readonly unknown[];
  readonly total?: number;
  readonly cut?: Readonly<Record<string, string>>;
  /** Missing after the last row. */
  readonly cursor?: string;
}

/**
 * Reads rows of a list from the beginning or from a cursor, up to the limit, the budget and {@link MOST_PAGES} pages.
 * Rejects with the client's errors, and with ToolRefusal for a cursor that is not one of this list and these arguments.
 */
export async function readRows(context: ToolContext, seal: Seal, request: ListRequest): Promise<ListAnswer> {
  const bound = canonical(['cursor', request.operation.id, request.args]);
  const cursorOf = ({ at, skip, last }: Place) => seal.close([at, skip, last], bound);
  const taken = createRows(context, request, (place) =>
    weightOf(JSON.stringify({ cut: {}, cursor: cursorOf(place) })),
  );
  const place = await takeRows(context, request, taken, openCursor(seal, bound, request.cursor));
  const { rows, cuts, total } = taken;
  const cut = cutNotes(cuts);
  return {
    rows,
    ...(total !== undefined && { total }),
    ...(cut && { cut }),
    ...(place && { cursor: cursorOf(place) }),
  };
}

/** Takes rows of one page after the other. Returns where to go on; undefined after the last row. */
async function takeRows(
  context: ToolContext,
  request: ListRequest,
  taken: Rows,
  start: Place | undefined,
): Promise<Place | undefined> {
  let last = start?.last ?? '';
  let pages = 0;
  for await (const page of pagesFrom(context, request, start)) {
    const { items, at, after } = page;
    const skip = pages++ === 0 ? (start?.skip ?? 0) : 0;
    const mark = createHash('sha256').update(JSON.stringify(items)).digest('base64').slice(0, 8);
    // The list ignores its position and has begun again.
    if (skip === 0 && items.length > 0 && mark === last) return undefined;
    const next = taken.add(page, { at, skip, last }, { at: after, skip: 0, last: mark });
    context.progress(`${taken.rows.length} rows`, taken.rows.length, request.limit);
    if (next < items.length) return { at, skip: next, last };
    if (after === undefined) return undefined;
    last = mark;
    if (taken.rows.length >= request.limit || pages === MOST_PAGES) return { at: after, skip: 0, last };
  }
  return undefined;
}

function pagesFrom(
  { caller, signal }: ToolContext,
  { operation: { id, row }, args }: ListRequest,
  place: Place | undefined,
): AsyncGenerator<WalkedPage> {
  const paging = parsePaging(row);
  return walk({
    id,
    paging,
    params: { ...args, ...(place && { [paging.position]: place.at }) },
    call: (params) => caller['~call'](row, params, { signal }),
    clock: systemClock,
    signal,
  });
}

/** The rows of an answer while it grows. */
interface Rows {
  readonly rows: readonly unknown[];
  readonly cuts: Cuts;
  readonly total: number | undefined;
  /** Adds rows of a page from a place on. Returns the index of the first row that was not taken. */
  readonly add: (page: WalkedPage, from: Place, next: Place) => number;
}

/** Collects rows until the limit or the budget is reached. */
function createRows(
  { masker, budget }: ToolContext,
  { operation, fields, limit }: ListRequest,
  weightOfCursor: (place: Place) => number,
): Rows {
  const { items } = parsePaging(operation.row);
  const state = { rows: [] as unknown[], cuts: new Map() as Cuts, total: undefined as number | undefined };
  const limits = limit === 1 || fields.some(({ from }) => from > 0) ? GENEROUS : SHARED;
  let used = 0;
  const take = (row: unknown, room: number): boolean => {
    const value = chosen(row, fields);
    // The first row is there in any case, so that an answer always gets on.
    const short = state.rows.length === 0 ? shrunkTo(room, value, limits) : shrunkBy(limits, value);
    const cuts = merged(state.cuts, short.cuts);
    const weight = weightOf(`${JSON.stringify(short.value)},`);
    const notes = weightOf(JSON.stringify(cutNotes(cuts)) ?? '');
    if (state.rows.length > 0 && used + weight + notes > room) return false;
    state.rows.push(short.value);
    state.cuts = cuts;
    used += weight;
    return true;
  };
  return Object.assign(state, {
    add({ data, total }: WalkedPage, from: Place, next: Place): number {
      state.total = total ?? state.total;
      const room =
        roomBeside(budget, { rows: [], total: state.total }) -
        Math.max(weightOfCursor(from), weightOfCursor(next));
      if (room < budget / 4) throw positionTooLong(operation);
      const found = valueAt(Object(cleanAndMasked(masker, data)), items);
      const all = Array.isArray(found) ? found : [];
      let at = from.skip;
      while (at < all.length && state.rows.length < limit && take(all[at], room)) at++;
      return at;
    },
  });
}

function merged(known: Cuts, more: Cuts): Cuts {
  const both: Cuts = new Map(known);
  for (const [name, cut] of more) if ((both.get(name)?.of ?? 0) < cut.of) both.set(name, cut);
  return both;
}

function positionTooLong({ name }: OperationName): Error {
  const message = `The budget is too small for an answer with the cursor of ${name}.`;
  return refusal('BudgetTooSmall', message, 'Ask the person to raise the budget of the server.');
}

function openCursor(seal: Seal, bound: string, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const opened = seal.open(cursor, bound);
  if (!Array.isArray(opened)) {
    throw refusal(
      'BadCursor',
      'The cursor does not belong to this operation with these arguments, or the server has started anew since.',
      'Repeat operation and arguments of the call that gave the cursor, or start again without it.',
    );
  }
  const [at, skip, last] = opened;
  return { at: at ?? undefined, skip: Number(skip), last: String(last) };
}
