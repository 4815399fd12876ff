import type { Context } from '../../evidence/compare/context.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { contentFields } from '../../evidence/facts/example-evidence.ts';
import { statusOf } from '../../evidence/facts/facts.ts';
import { envelopeFields, envelopesOf } from '../../evidence/facts/root.ts';
import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { envelopeOf } from '../scaffold/scaffold-answers.ts';
import { type ChangedPage, editAt, type FileEdit, stepsTo } from './change.ts';

/**
 * Returns the edits that bring an operation's tag, page, date, seat, status and envelope in line with the facts.
 */
export function followHead(
  { spec }: Context,
  { located }: Operation,
  { before, now: page }: ChangedPage,
): FileEdit[] {
  const { value } = located;
  const written = isObject(value['x-page']) ? value['x-page'] : {};
  const status = statusOf(page);
  const envelope = followEnvelope(spec, value['x-envelope'], { before, now: page });
  const tags: readonly unknown[] = Array.isArray(value.tags) ? value.tags : [];
  const isMoved = tags[0] !== page.slug;
  const hasSeats = isObject(spec.root.value) && isObject(spec.root.value['x-seats']);
  const rows: readonly [keys: readonly string[], current: unknown, wanted: unknown, after: string][] = [
    [['tags'], tags, isMoved ? [page.slug, ...tags.slice(1)] : tags, 'operationId'],
    [['x-page', 'id'], written.id, page.page, 'id'],
    [['x-page', 'title'], written.title, page.title, 'id'],
    [['x-page', 'modified'], written.modified, page.modified ?? 'unknown', 'title'],
    [['x-seat'], value['x-seat'], page.seat ?? (hasSeats ? 'unknown' : undefined), 'x-page'],
    [['x-status'], value['x-status'], status, 'x-seat'],
    [['x-envelope'], value['x-envelope'], envelope, 'x-limit'],
    [['deprecated'], value.deprecated, status === 'deprecated' ? true : undefined, 'x-status'],
  ];
  return rows
    .filter(([, current, wanted]) => current !== wanted)
    .map(([keys, , wanted, after]) => {
      const at = stepsTo(located, ...keys);
      return editAt(
        located,
        wanted === undefined ? { op: 'remove', at } : { op: 'set', at, value: wanted, after },
      );
    });
}

/**
 * Returns the envelope of an operation after its page changed: a different one if the page now shows that
 * one's fields.
 */
function followEnvelope(spec: Spec, current: unknown, { before, now }: ChangedPage): unknown {
  const envelopes = envelopeFields(spec);
  const [byDefault] = envelopes.keys();
  const known = { envelopes: new Map(Object.entries(envelopesOf(spec))) };
  const [was, is] = [before, now].map(({ response }) => envelopeOf(contentFields(response), known));
  const fieldsOf = (name: unknown) => envelopes.get(String(name ?? byDefault))?.join();
  // An answer without envelope fields proves nothing, and neither does an envelope with the same fields.
  if (was === undefined || is === undefined || fieldsOf(was) === fieldsOf(is)) return current;
  if (fieldsOf(current) !== fieldsOf(was)) return current;
  return is === byDefault ? undefined : is;
}
