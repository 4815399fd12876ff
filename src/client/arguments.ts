import { WeibanConfigError } from '../base/errors.ts';
import { changeAt, stringifyExact } from '../base/exact-json.ts';
import type { HttpRequest } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';

/**
 * Turns one flat object of arguments into a request. Each argument goes into the path, the query or the JSON
 * body, as the operation says. `undefined` is always left out, `null` is left out of the query.
 *
 * @throws WeibanConfigError if an argument of the path is missing or unsafe, and whatever JSON.stringify
 * throws.
 */
export function layOutArguments(
  operation: Operation,
  params: object,
): HttpRequest & { body?: string | undefined } {
  const query: string[] = [];
  const body: [string, unknown][] = [];
  const rest = new Map(Object.entries(params));
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return pathSegment(operation, name, value);
  });
  for (const [name, value] of rest) {
    if (operation.query && !operation.query.includes(name)) {
      body.push([name, value]);
    } else {
      query.push(...queryPairs(operation.json, name, value));
    }
  }
  return {
    method: operation.method,
    path,
    query: query.join('&'),
    body: bodyText(operation, Object.fromEntries(body)),
  };
}

function bodyText(operation: Operation, fields: Record<string, unknown>): string | undefined {
  if (operation.body === undefined) return undefined;
  const given = operation.body === 'whole' ? fields.body : fields;
  if (given === undefined) return undefined;
  if (operation.exactBody.length === 0) return stringifyExact(given);
  // A copy, because the caller's objects must not change.
  const value = structuredClone(given);
  for (const path of operation.exactBody) {
    changeAt(value, path, (item) => (/^-?\d+$/.test(String(item)) ? BigInt(String(item)) : item));
  }
  return stringifyExact(value);
}

function pathSegment(operation: Operation, name: string, value: unknown): string {
  // A dot segment would be resolved away and reach another endpoint.
  if (value === undefined || value === null || /^\.{0,2}$/.test(String(value))) {
    throw new WeibanConfigError(`${operation.id} needs ${name} in its path, neither empty nor dots.`, {
      operation: operation.id,
    });
  }
  return encodeURIComponent(String(value));
}

/**
 * Encodes an argument as `name=text` pairs: JSON text if `json` names it, otherwise one pair for each item of
 * a list.
 */
export function queryPairs(json: readonly string[], name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (json.includes(name)) return [pair(name, stringifyExact(value))];
  if (Array.isArray(value)) return value.map((item) => pair(name, scalar(item)));
  return [pair(name, scalar(value))];
}

function scalar(value: unknown): string {
  return typeof value === 'object' ? stringifyExact(value) : String(value);
}

function pair(name: string, text: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
}
