import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { componentName, type Spec } from './load.ts';
import { isObject } from './openapi.ts';
import { pointerKeys } from './pointer.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';

/** What a reference leads to: a value at a place in a file. */
export interface Target {
  readonly source: Source;
  readonly keys: KeyPath;
  readonly value: unknown;
}

/**
 * Finds what a reference leads to: a file, a part of one by JSON pointer, or a schema by its `$anchor`.
 * @param from the file that holds the reference, at `keys`.
 * @throws SpecError if the reference leads to nothing or out of the specification's folder.
 */
export function findTarget(spec: Spec, from: Source, keys: KeyPath, reference: string): Target {
  const hash = reference.indexOf('#');
  const file = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? '' : reference.slice(hash + 1);
  const source = file === '' ? from : spec.follow(from, [...keys, '$ref'], file);
  const found =
    fragment === '' || fragment.startsWith('/')
      ? byPointer(spec, source, pointerKeys(fragment), keys)
      : asTarget(source, byAnchor(source.value, fragment));
  if (found !== undefined) return found;
  refuseReference(from, keys, `$ref ${JSON.stringify(reference)} points to nothing`, 'correct the name');
}

/** The parts of an OpenAPI document that hold a schema and are none, by their place in `components`. */
const HOLDERS = {
  responses: 'response',
  requestBodies: 'request body',
  parameters: 'parameter',
  headers: 'header',
};

/** The schema inside a response, body, parameter or header, and what it was found in; undefined for any other target. */
export function heldSchema(target: Target): { readonly holder: string; readonly held: Target } | undefined {
  const [root, kind, , ...deeper] = target.keys.map(String);
  const holder = Object.entries(HOLDERS).find(([name]) => name === kind)?.[1];
  if (root !== 'components' || holder === undefined || deeper.length > 0) return undefined;
  const { value } = target;
  if (!isObject(value)) return undefined;
  if (isObject(value.schema)) return { holder, held: below(target, value.schema, 'schema') };
  const content = Object.entries(isObject(value.content) ? value.content : {});
  const [type, media] = content.find(([name]) => /[/+]json\b/.test(name)) ?? content[0] ?? [];
  if (type === undefined || !isObject(media) || !isObject(media.schema)) return undefined;
  return { holder, held: below(target, media.schema, 'content', type, 'schema') };
}

function below({ source, keys }: Target, value: unknown, ...inside: readonly string[]): Target {
  return { source, keys: [...keys, ...inside], value };
}

/** The identity of a target: the same for every way to write a reference to it. */
export function targetKey({ source, keys }: Target): string {
  return JSON.stringify([source.path, ...keys]);
}

/** A target as the fragment of a reference within its own file. */
export function pointerOf({ keys }: Target): string {
  return `#${keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** The component name that a target suggests: `Pet` for `#/components/schemas/Pet` or `Pet.yaml`. */
export function suggestedName({ source, keys }: Target): string {
  if (keys.length === 0) return componentName(source);
  const inSchemas = keys[0] === 'components' && keys[1] === 'schemas' ? keys.slice(2) : keys.slice(-2);
  const words = inSchemas.filter((key) => key !== 'properties' && key !== 'items').map(String);
  return words.join('_').replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
}

/** @throws SpecError always, at the place of a reference. */
export function refuseReference(source: Source, keys: KeyPath, message: string, fix: string): never {
  const found: Diagnostic = { code: 'reference', message, fix, place: placeOf(source, keys) };
  throw new SpecError([found]);
}

function asTarget(source: Source, found: Pick<Target, 'keys' | 'value'> | undefined): Target | undefined {
  return found && { source, ...found };
}

/** The most references that one pointer leads through. More of them lead in a circle. */
const MOST_HOPS = 32;

/** Follows a pointer, also through references on its way. */
function byPointer(
  spec: Spec,
  source: Source,
  keys: readonly string[],
  origin: KeyPath,
  hops = 0,
): Target | undefined {
  let value = source.value;
  for (const [at, key] of keys.entries()) {
    if (Array.isArray(value) && /^\d+$/.test(key)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else if (isObject(value) && typeof value.$ref === 'string' && hops < MOST_HOPS) {
      const [file = '', fragment = ''] = value.$ref.split('#', 2);
      const next = file === '' ? source : spec.follow(source, [...origin, '$ref'], file);
      return byPointer(spec, next, [...pointerKeys(fragment), ...keys.slice(at)], origin, hops + 1);
    } else return undefined;
  }
  return value === undefined ? undefined : { source, keys, value };
}

function byAnchor(root: unknown, anchor: string): Pick<Target, 'keys' | 'value'> | undefined {
  const open: Pick<Target, 'keys' | 'value'>[] = [{ keys: [], value: root }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { keys, value } = at;
    if (isObject(value) && (value.$anchor === anchor || value.$dynamicAnchor === anchor)) return at;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) open.push({ keys: [...keys, key], value: inner });
  }
  return undefined;
}
