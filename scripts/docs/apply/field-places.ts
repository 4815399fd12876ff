import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { child, type Located } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Direction } from '../scaffold/scaffold-schema.ts';
import type { FileEdit } from './change.ts';

/** The edits that make the specification follow the page, or the reason why a person has to decide. */
export type Followed = readonly FileEdit[] | string;

/** Splits a compared place into the place of a parameter and its name; undefined if it is no parameter. */
export function parameterIn(where: string): { readonly in: string; readonly name: string } | undefined {
  const [, place, name] = /^(path|query|header|cookie) (.+)$/.exec(where) ?? [];
  return place === undefined || name === undefined ? undefined : { in: place, name };
}

/** Finds the parameter of a compared place. */
export function parameterAt({ operations }: Context, compared: Compared): Located | undefined {
  const { url, method, where, at } = compared;
  const wanted = parameterIn(where);
  if (wanted === undefined) return undefined;
  const operation = operations.find(
    (own) => own.url === url && own.method === method && own.located.source.path === at.source.path,
  );
  return operation?.parameters.find(({ in: place, name }) => place === wanted.in && name === wanted.name)
    ?.located;
}

/** Returns the names in an operation's `x-oneOf-required`: a call needs at least one of them. */
export function oneOfRequired({ operations }: Context, { url, method }: Compared): readonly unknown[] {
  const names = operations.find((own) => own.url === url && own.method === method)?.located.value[
    'x-oneOf-required'
  ];
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
  return parameterIn(where) !== undefined || /^body(?: |$)/.test(where) ? 'request' : 'answer';
}
