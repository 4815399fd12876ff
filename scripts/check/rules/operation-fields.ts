import type { Context } from '../../evidence/compare/context.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { seatsOf } from '../../evidence/facts/root.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Finding, Rule } from '../rule.ts';

interface Wanted {
  readonly key: string;
  readonly isRight: (value: unknown, context: Context, operation: Operation) => boolean;
  /** The key of the root without which operations need no such field. */
  readonly root?: string;
  readonly fix: string | ((context: Context) => string);
}

const WANTED: readonly Wanted[] = [
  { key: 'x-page', isRight: isPage, fix: 'write x-page: {id, title, modified} as in the facts' },
  {
    key: 'x-safety-because',
    isRight: (value) => value === undefined || isSentence(value),
    fix: 'write one sentence that ends with a period, or leave it out',
  },
  {
    key: 'x-effect',
    isRight: isEffectOfSafety,
    fix: 'decide what the call does besides changing data: none, delete or send (docs/specification.md); a read has no x-effect',
  },
  {
    key: 'x-effect-because',
    isRight: (value, _context, { located }) =>
      value === undefined || (isSentence(value) && located.value['x-effect'] !== undefined),
    fix: 'write one sentence that ends with a period, beside an x-effect, or leave it out',
  },
  { key: 'tags', isRight: isOneKnownTag, fix: "write tags: [<slug>], one of the root's tags" },
  { key: 'summary', isRight: isSentence, fix: 'write one line that ends with a period' },
  {
    key: 'x-seat',
    root: 'x-seats',
    isRight: (value, context) => seatsIn(context).includes(String(value)),
    fix: (context) => `write one of ${seatsIn(context).join(', ')}`,
  },
  {
    key: 'x-safety',
    isRight: (value) => ['read', 'idempotent', 'write'].includes(String(value)),
    fix: 'decide: read, idempotent or write',
  },
  {
    key: 'x-limit',
    root: 'x-limits',
    isRight: (value) => ['read', 'write', 'bulk'].includes(String(value)),
    fix: 'decide: read, write or bulk',
  },
  {
    key: 'responses',
    isRight: (value) => isObject(value) && Object.keys(value).some((code) => /^2/.test(code)),
    fix: "write a response '200'",
  },
];

/** The generators and the runtime rely on these fields of every operation. */
export const operationFields: Rule = {
  code: 'operation-fields',
  sentence:
    'An operation has a page, one known tag, a summary, a safety, a successful response and, if it is no read, an effect, and a seat and a limit where the root has any.',
  fix: 'add the missing field',
  check: (context) => context.operations.flatMap((operation) => missingFields(operation, context)),
};

function missingFields(operation: Operation, context: Context): Finding[] {
  const { url, located } = operation;
  const root = isObject(context.spec.root.value) ? context.spec.root.value : {};
  const wanted = WANTED.filter(({ key, root: holder }) => {
    return holder === undefined || isObject(root[holder]) || located.value[key] !== undefined;
  });
  return wanted
    .filter(({ key, isRight }) => !isRight(located.value[key], context, operation))
    .map(({ key, fix }) => ({
      message: `${url} has ${located.value[key] === undefined ? `no ${key}` : `the ${key} ${exactJson(located.value[key]).slice(0, 80)}`}`,
      place: placeIn(located, key),
      fix: typeof fix === 'string' ? fix : fix(context),
    }));
}

/** The licences of the root, and those that pages name without a word that the root knows. */
function seatsIn({ spec, facts }: Context): string[] {
  const named = facts.flatMap(({ page }) => page.seat ?? []);
  return [...new Set([...Object.values(seatsOf(spec)), ...named, 'none', 'unknown'])];
}

function isPage(value: unknown): boolean {
  return (
    isObject(value) &&
    ['id', 'title', 'modified'].every((key) => typeof value[key] === 'string' && value[key] !== '')
  );
}

/** Each write states its effect, so that a new one cannot forget it; a read has none. */
function isEffectOfSafety(value: unknown, _context: Context, { located }: Operation): boolean {
  const safety = located.value['x-safety'];
  if (safety === 'read') return value === undefined;
  // A missing safety is reported itself.
  return safety === undefined || ['none', 'delete', 'send'].includes(String(value));
}

function isOneKnownTag(value: unknown, { spec }: Context): boolean {
  const tags = isObject(spec.root.value) && Array.isArray(spec.root.value.tags) ? spec.root.value.tags : [];
  const known = tags.map((tag: unknown) => (isObject(tag) ? tag.name : undefined));
  return Array.isArray(value) && value.length === 1 && known.includes(value[0]);
}

function isSentence(value: unknown): boolean {
  return typeof value === 'string' && /^\S[^\n]*\.$/.test(value);
}
