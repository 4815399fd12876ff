// The only reader of the rows in `generated/operations.ts`; `scripts/generate/emit-operations.ts` writes them
// and describes their grammar. Each function reads only the part of a row that it needs, and a bundler drops
// the functions that nobody calls.
import type { ErrorName } from '../../generated/error-codes.ts';
import { basePath, envelopes } from '../../generated/operations.ts';
import { answersBeside, security, usesSchemes, usesStatus } from '../../generated/profile.ts';
import type { BatchRule } from './batch-rule.ts';
import type { AnswerKind, Operation } from './operation.ts';
import type { Paging } from './paging.ts';

const STYLES = {
  o: ['offset', 'limit', 'offset', '0'],
  p: ['page', 'page_size', 'page_no', '1'],
  c: ['cursor', 'limit', 'cursor', undefined],
} as const;

/** Parses the row of an operation. */
export function parseOperation(row: string): Operation {
  const [method = '', path = '', marks = '', ...tokens] = row.split(' ');
  const settings = new Map<string, string>();
  const errors: [number, ErrorName][] = [];
  let code = 0;
  for (const token of tokens) {
    const documented = /^(-?\d*)([A-Z]\w*)$/.exec(token);
    if (documented) {
      code = documented[1] ? Number(documented[1]) : code + 1;
      // The rows and the type are generated from the same error-codes.yaml.
      errors.push([code, documented[2] as ErrorName]);
    } else {
      const at = token.indexOf('=');
      settings.set(token.slice(0, at), token.slice(at + 1));
    }
  }
  const hasBody = settings.has('b') || (!/^(GET|HEAD)$/.test(method) && !settings.has('n'));
  return {
    id: settings.get('d') ?? camelCase(path),
    method,
    path: path.startsWith('/') ? path : `${basePath}/${path}`,
    safety: marks.charAt(0),
    limit: marks.charAt(1),
    envelope: envelopeOf(settings.get('e') ?? Object.keys(envelopes)[0]),
    // The generator writes only these kinds.
    answer: ((answersBeside && settings.get('t')) || 'json') as AnswerKind,
    needsToken: settings.get('a') !== 'none',
    ...(usesSchemes && { security: alternatives(settings.get('a')) }),
    names: settings.has('f') ? ['f', 'q', 'j'].flatMap((key) => list(settings.get(key))) : undefined,
    json: list(settings.get('j')),
    query: hasBody ? list(settings.get('q')) : undefined,
    body: hasBody ? (settings.get('b') === 'whole' ? 'whole' : 'fields') : undefined,
    plan: settings.get('r'),
    exactAnswer: paths(settings.get('x')),
    exactBody: paths(settings.get('y')),
    errors,
  };
}

/**
 * The place of an operation on the nested client: `[namespace, method]`, or `[method]` for a method of the
 * client itself. Parses only the part of the row that says so.
 */
export function memberOf(row: string): [string] | [string, string] {
  const own = / d=(\S+)/.exec(row)?.[1];
  if (own) return [own];
  const path = row.split(' ', 2)[1] ?? '';
  const [first = '', ...rest] = path.split('/');
  // A path outside the base path has no namespace.
  return first && rest.length > 0 ? [camelCase(first), camelCase(rest.join('_'))] : [camelCase(path)];
}

/** Whether the row belongs to a list. */
export function isPaged(row: string): boolean {
  return row.includes(' p=');
}

/** Parses how the list of a row is paged, from its token `p=`. */
export function parsePaging(row: string): Paging {
  const token = / p=(\S+)/.exec(row)?.[1] ?? '';
  const [letter, items = '', total = '', more = '', next = '', size, position, first] = token
    .split(',')
    .map(decodeURIComponent);
  // The generator writes only these letters.
  const [style, usualSize, usualPosition, usualFirst] = STYLES[letter as keyof typeof STYLES];
  const begin = first || usualFirst;
  return {
    style,
    items,
    total,
    more,
    next,
    size: size || usualSize,
    position: position || usualPosition,
    first: begin === undefined ? undefined : Number(begin),
  };
}

/** Whether the row belongs to a call whose long list may be sent in several calls. */
export function isBatched(row: string): boolean {
  return row.includes(' s=');
}

/** Whether the row belongs to a read that answers with rows for the items of its list. */
export function hasBatchRows(row: string): boolean {
  return / s=\S+,\d+,/.test(row);
}

/** Parses how a long list of the row may be split, from its token `s=`: one rule for each argument that is a list. */
export function parseBatchRules(row: string): BatchRule[] {
  const token = / s=(\S+)/.exec(row)?.[1];
  return (token?.split(';') ?? []).map((rule) => {
    const [argument = '', max, items = '', key = ''] = rule.split(',').map(decodeURIComponent);
    return { argument, max: Number(max), items, key };
  });
}

function camelCase(path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words
    .map((word, at) => (at > 0 ? word.charAt(0).toUpperCase() : word.charAt(0).toLowerCase()) + word.slice(1))
    .join('');
}

function list(names: string | undefined): string[] {
  return names ? names.split(',').map(decodeURIComponent) : [];
}

/** The name of an envelope; empty for `none`. */
function envelopeOf(name = ''): string {
  return usesStatus && name === 'none' ? '' : name;
}

/** Splits alternatives of names: `a,b+c` is a, or b and c together. Empty text is the alternative that needs nothing. */
function alternatives(text: string | undefined): readonly (readonly string[])[] {
  if (text === undefined) return security;
  if (text === 'none') return [];
  return text.split(',').map((names) => names.split('+').filter(Boolean).map(decodeURIComponent));
}

/** Splits a list of dotted paths: `a.b,c` is two paths. */
function paths(text: string | undefined): string[][] {
  return text ? text.split(',').map((path) => path.split('.').map(decodeURIComponent)) : [];
}
