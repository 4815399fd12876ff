import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { child, type Located } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Direction } from '../scaffold/scaffold-schema.ts';
import type { FileEdit } from './change.ts';

/** The edits that make the specification follow the page, or the reason why a person has to decide. */
export type Followed = readonly FileEdit[] | string;

/** Finds the parameter of a compared place in the query. */
export function parameterAt({ operations }: Context, { url, where, at }: Compared): Located | undefined {
  const name = /^query (.+)$/.exec(where)?.[1];
  if (name === undefined) return undefined;
  const operation = operations.find(
    ({ url: own, located }) => own === url && located.source.path === at.source.path,
  );
  return operation?.parameters.find((parameter) => parameter.in === 'query' && parameter.name === name)
    ?.located;
}

/** Returns the names in an operation's `x-oneOf-required`: a call needs at least one of them. */
export function oneOfRequired({ operations }: Context, { url }: Compared): readonly unknown[] {
  const names = operations.find((operation) => operation.url === url)?.located.value['x-oneOf-required'];
  return Array.isArray(names) ? names : [];
}

/** Finds the object schema that a property belongs to. */
export function holderOf({ source, keys }: Located): Located | undefined {
  if (keys.at(-2) !== 'properties') return undefined;
  const root = isObject(source.value) ? { source, keys: [], value: source.value } : undefined;
  return root === undefined || keys.length === 2 ? root : child(root, ...keys.slice(0, -2));
}

/** Whether a compared field belongs to a request or to an answer. */
export function directionOf(where: string): Direction {
  return where.startsWith('query ') || where.startsWith('body ') ? 'request' : 'answer';
}
