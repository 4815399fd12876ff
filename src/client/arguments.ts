import { usesPlans } from '../../generated/operations.ts';
import { tokenParameter } from '../../generated/profile.ts';
import type { HttpRequest } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';
import { jsonText, plainText, refusal, tagOf } from './argument-text.ts';
import { bodyText } from './body-text.ts';
import { layOutPlanned } from './planned-request.ts';
import { unknownArgument } from './unknown-argument.ts';

/**
 * Turns one flat object of arguments into a request. Asynchronous only for an operation whose row has a plan, which
 * may have to read a file.
 *
 * Throws WeibanConfigError, or rejects with it, if the arguments cannot be sent.
 */
export function layOut(operation: Operation, params: object): HttpRequest | Promise<HttpRequest> {
  if (usesPlans && operation.plan !== undefined) {
    refuseToken(operation.id, Object.keys(params));
    return layOutPlanned(operation, params);
  }
  return layOutArguments(operation, params);
}

/**
 * Turns one flat object of arguments into a request. Each argument goes into the path, the query or the JSON
 * body, as the operation says. `undefined` is always left out, `null` is left out of the query.
 *
 * @throws WeibanConfigError if an argument is unknown, if one of the path is missing or unsafe, if a value cannot be
 * sent, or if one is the token.
 */
export function layOutArguments(
  operation: Operation,
  params: object,
): HttpRequest & { body?: string | undefined } {
  const { id } = operation;
  refuseToken(id, Object.keys(params));
  const query: string[] = [];
  const body: [string, unknown][] = [];
  const rest = new Map(Object.entries(params));
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return pathSegment(id, name, value);
  });
  for (const [name, value] of rest) {
    if (value === undefined) continue;
    if (operation.names && !operation.names.includes(name)) throw unknownArgument(id, name, operation.names);
    if (operation.query && !operation.query.includes(name)) {
      body.push([name, value]);
    } else {
      query.push(...queryPairs(id, operation.json, name, value));
    }
  }
  return {
    method: operation.method,
    path,
    query: query.join('&'),
    body: bodyText(operation, body),
  };
}

/** @throws WeibanConfigError if one of the names is the token's: the server would take it before the client's own. */
export function refuseToken(id: string, names: Iterable<string>): void {
  for (const name of names)
    if (name === tokenParameter) throw refusal(id, `leave ${name} out, the client adds its own`);
}

/**
 * Returns the arguments of a call.
 *
 * @throws WeibanConfigError if they are not one object.
 */
export function checkParams<T extends object>(operation: string, params: T): T {
  const tag = tagOf(params);
  if (tag === 'Object') return params;
  throw refusal(operation, `it takes its arguments as one plain object, not ${tag}`);
}

function pathSegment(operation: string, name: string, value: unknown): string {
  const text = value === undefined || value === null ? '' : plainText(operation, name, value);
  // A dot segment would be resolved away and reach another endpoint.
  if (/^\.{0,2}$/.test(text))
    throw refusal(operation, `it needs ${name} in its path, neither empty nor dots`);
  return encodeURIComponent(text);
}

/**
 * Encodes an argument as `name=text` pairs: JSON text if `json` names it, otherwise one pair for each item of
 * a list.
 *
 * @throws WeibanConfigError if the value cannot be sent.
 */
export function queryPairs(
  operation: string,
  json: readonly string[],
  name: string,
  value: unknown,
): string[] {
  if (value === undefined || value === null) return [];
  if (json.includes(name)) return [pair(name, jsonText(operation, name, value))];
  // Array.from, because map would leave out the holes of a list.
  const items = Array.isArray(value) ? Array.from(value) : [value];
  return items.map((item) => pair(name, plainText(operation, name, item)));
}

function pair(name: string, text: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
}
