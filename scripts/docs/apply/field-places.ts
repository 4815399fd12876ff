import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { child, type Located } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Direction } from '../scaffold/scaffold-schema.ts';
import type { FileEdit } from './change.ts';

/** The edits that make the specification say what the page says, or the reason why a person has to make them. */
export type Followed = readonly FileEdit[] | string;

/** The parameter that a compared place of the query speaks of. */
export function parameterAt({ operations }: Context, { url, where, at }: Compared): Located | undefined {
  const name = /^query (.+)$/.exec(where)?.[1];
  if (name === undefined) return undefined;
  const operation = operations.find((one) => one.url === url && one.located.source.path === at.source.path);
  return operation?.parameters.find((one) => one.in === 'query' && one.name === name)?.located;
}

/** The arguments of which an operation needs at least one. */
export function oneOfRequired({ operations }: Context, { url }: Compared): readonly unknown[] {
  const names = operations.find((one) => one.url === url)?.located.value['x-oneOf-required'];
  return Array.isArray(names) ? names : [];
}

/** The object that a property is one of. */
export function holderOf({ source, keys }: Located): Located | undefined {
  if (keys.at(-2) !== 'properties') return undefined;
  const root = isObject(source.value) ? { source, keys: [], value: source.value } : undefined;
  return root === undefined || keys.length === 2 ? root : child(root, ...keys.slice(0, -2));
}

/** Which way the field of a compared place travels. */
export function directionOf(where: string): Direction {
  return where.startsWith('query ') || where.startsWith('body ') ? 'request' : 'answer';
}
