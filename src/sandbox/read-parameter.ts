import { isObject } from '../base/is-object.ts';
import type { ParameterPlan } from '../base/request-plan.ts';
import type { Endpoints, JsonSchema } from './endpoints.ts';
import type { JsonObject } from './paths.ts';
import { readText } from './read-text.ts';
import { typeOf } from './sample.ts';

/** The parts of a request that hold parameters, as they were sent. */
export interface ParameterSource {
  /** The texts of the path by the names in its template. */
  readonly path: Readonly<Record<string, string>>;
  /** The query, encoded, without a question mark. */
  readonly search: string;
  readonly headers: Headers;
}

type Pair = readonly [name: string, value: string];
type Resolve = Endpoints['resolve'];

/**
 * Reads a parameter that is written in a style of OpenAPI: the reverse of `src/client/write-value.ts`. Undefined if it was
 * not sent.
 *
 * @throws SyntaxError if it is JSON text and not JSON, and URIError if it is not encoded as a URL is.
 */
export function readParameter(
  plan: ParameterPlan,
  given: JsonSchema,
  source: ParameterSource,
  resolve: Resolve,
): unknown {
  const schema = resolve(given);
  const isNested = plan.style !== 'json' && plan.style !== 'text';
  const type = isNested ? typeOf(schema) : undefined;
  const pairs = pairsOf(plan, source, type === 'object');
  if (plan.style === 'deepObject') return readDeep(plan, schema, pairs, resolve);
  if (plan.place === 'querystring') return readQueryString(plan, schema, source, resolve);
  if (type === 'object') return readObject(plan, schema, pairs, resolve);
  const texts = pairs.filter(([name]) => name === plan.name).map(([, value]) => value);
  const [text] = texts;
  if (text === undefined) return undefined;
  const decode = decoderOf(plan);
  if (type === 'array') {
    const items = resolve(schema.items ?? {});
    return (plan.explode ? texts : splitList(plan, text)).map((item) => readText(decode(item), items));
  }
  return plan.style === 'json' ? JSON.parse(decode(text)) : readText(decode(text), schema);
}

/** What the place holds, as pairs of a decoded name and a text that may still be encoded. */
function pairsOf(
  { place, name, style, explode }: ParameterPlan,
  source: ParameterSource,
  hasMembers: boolean,
): Pair[] {
  const { search, path, headers } = source;
  if (place === 'query') return splitPairs(search, '&');
  if (place === 'cookie') return splitPairs(headers.get('cookie') ?? '', /;\s*/);
  const text = place === 'path' ? path[name] : (headers.get(name) ?? undefined);
  if (text === undefined) return [];
  if (place === 'path' && style === 'matrix') return splitPairs(text.slice(1), ';');
  const plain = style === 'label' ? text.slice(1) : text;
  if (!explode) return [[name, plain]];
  const members = plain.split(style === 'label' ? '.' : ',');
  return members.flatMap((member): Pair[] => (hasMembers ? splitPairs(member, '&') : [[name, member]]));
}

function splitPairs(text: string, separator: string | RegExp): Pair[] {
  return text
    .split(separator)
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decodeQuery(pair), ''] : [decodeQuery(pair.slice(0, at)), pair.slice(at + 1)];
    });
}

function decodeQuery(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function decoderOf({ place, style }: ParameterPlan): (text: string) => string {
  if (place === 'header' || style === 'cookie') return (text) => text;
  return place === 'query' || place === 'querystring' ? decodeQuery : decodeURIComponent;
}

const SEPARATORS: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /%7C|\|/i,
};

function splitList({ style, place }: ParameterPlan, text: string): string[] {
  return text === '' ? [] : text.split(SEPARATORS[style] ?? (place === 'header' ? /,\s*/ : ','));
}

/** An object whose members are pairs of their own, or one text of names and values in turn. */
function readObject(
  plan: ParameterPlan,
  { properties = {} }: JsonSchema,
  pairs: readonly Pair[],
  resolve: Resolve,
): JsonObject | undefined {
  const decode = decoderOf(plan);
  const own = pairs.find(([name]) => name === plan.name)?.[1] ?? '';
  const flat = splitList(plan, own);
  const members = plan.explode
    ? pairs.filter(([name]) => Object.hasOwn(properties, name))
    : flat.flatMap((name, at): Pair[] => (at % 2 === 0 ? [[decode(name), flat[at + 1] ?? '']] : []));
  if (members.length === 0) return undefined;
  return Object.fromEntries(
    members.map(([name, text]) => [name, readText(decode(text), resolve(properties[name] ?? {}))]),
  );
}

/** An object from pairs such as `filter[a][b]=1` and `filter[c][]=2`. */
function readDeep(
  { name }: ParameterPlan,
  schema: JsonSchema,
  pairs: readonly Pair[],
  resolve: Resolve,
): unknown {
  const own = pairs.filter(([key]) => key === name || key.startsWith(`${name}[`));
  if (own.length === 0) return undefined;
  const tree = new Map<string, unknown>();
  for (const [key, text] of own) {
    const path = [...key.slice(name.length).matchAll(/\[([^[\]]*)\]/g)].map(([, step = '']) => step);
    plant(tree, path, decodeQuery(text));
  }
  return shaped(tree.get('') ?? tree, schema, resolve);
}

function plant(tree: Map<string, unknown>, [step = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    const before = tree.get(step);
    tree.set(step, step === '' && before !== undefined ? [before, text].flat() : text);
    return;
  }
  const known = tree.get(step);
  const below = known instanceof Map ? known : new Map<string, unknown>();
  tree.set(step, below);
  plant(below, rest, text);
}

function shaped(value: unknown, given: JsonSchema, resolve: Resolve): unknown {
  const schema = resolve(given);
  if (value instanceof Map) {
    const entries = [...value].map(([name, item]) => [name, item] as const);
    const isList = typeOf(schema) === 'array' || entries.every(([name]) => /^\d*$/.test(name));
    if (isList)
      return entries
        .flatMap(([, item]) => [item].flat())
        .map((item) => shaped(item, schema.items ?? {}, resolve));
    return Object.fromEntries(
      entries.map(([name, item]) => [name, shaped(item, schema.properties?.[name] ?? {}, resolve)]),
    );
  }
  if (Array.isArray(value)) return value.map((item) => shaped(item, schema.items ?? {}, resolve));
  if (typeOf(schema) === 'array') return [readText(String(value), resolve(schema.items ?? {}))];
  return readText(String(value), schema);
}

function readQueryString(
  { style }: ParameterPlan,
  schema: JsonSchema,
  { search }: ParameterSource,
  resolve: Resolve,
): unknown {
  if (search === '') return undefined;
  if (style === 'json') return JSON.parse(decodeQuery(search));
  if (style === 'text') return decodeQuery(search);
  const { properties = {} } = schema;
  const all = splitPairs(search, '&');
  const value = Object.fromEntries(
    all.map(([name, text]) => [name, readText(decodeQuery(text), resolve(properties[name] ?? {}))]),
  );
  return isObject(value) ? value : undefined;
}
