import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { componentName, type Spec } from './load.ts';
import { isObject, type OpenApiDocument, type PathItem, type Schema } from './openapi.ts';
import { rebuild } from './rebuild.ts';
import { checkShape } from './shape.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';

/** One row of `error-codes.yaml`. */
export interface ErrorEntry {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
  readonly advice: string;
  /** The advice in Chinese; another specification may leave it out. */
  readonly advice_zh?: string;
  /** What the client does when any endpoint answers with this code. */
  readonly global?: 'refresh-token' | 'wait' | 'stop';
}

/** The specification as one document, as curated: without envelopes, and with every extension. */
export interface Assembled {
  readonly document: OpenApiDocument;
  readonly errors: Readonly<Record<string, ErrorEntry>>;
  /** The named reasons that corrections refer to, from `reasons.yaml`. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The file of each component schema; the root document if the schema is written there. */
  readonly schemaSources: ReadonlyMap<string, Source>;
}

const COMPONENT_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const LOCAL_SCHEMA = '#/components/schemas/';

/**
 * Reads every file that the root reaches, checks the shape of each, and merges them into one document. Every reference to
 * a file becomes `#/components/schemas/<file name>`.
 * @throws SpecError with all diagnostics of the check.
 */
export function assemble(spec: Spec): Assembled {
  const diagnostics: Diagnostic[] = checkShape(spec.root, 'Root');
  for (const source of new Set([...spec.pathSources.values(), ...spec.webhookSources.values()])) {
    if (source !== spec.root) diagnostics.push(...checkShape(source, 'PathItem'));
  }
  for (const url of spec.pathSources.keys()) {
    if (!/^\/[\w\-.~{}/:@]*$/.test(url)) {
      diagnostics.push({
        code: 'path-characters',
        message: `the path ${JSON.stringify(url)} has characters that a URL path must escape`,
        fix: 'use only letters, digits, - . _ ~ and {parameters}',
        place: placeOf(spec.root, ['paths', url]),
      });
    }
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);

  const schemas: Record<string, Schema> = Object.create(null);
  const schemaSources = new Map<string, Source>();
  const root = spec.root.value as Readonly<Record<string, unknown>>;
  const components = isObject(root.components) ? root.components : {};
  const rootSchemas = isObject(components.schemas) ? components.schemas : {};

  for (const name of Object.keys(rootSchemas)) schemaSources.set(name, spec.root);
  const document: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(root)) {
    if (!['paths', 'webhooks', 'components'].includes(key)) document[key] = rewrite(value, spec.root, [key]);
  }
  const paths = rewriteItems('paths', spec.pathSources);
  const webhooks = rewriteItems('webhooks', spec.webhookSources);
  const rest = Object.entries(components).filter(([key]) => key !== 'schemas');
  for (const [name, schema] of Object.entries(rootSchemas)) {
    checkName(name, spec.root, ['components', 'schemas', name]);
    schemas[name] = rewrite(schema, spec.root, ['components', 'schemas', name]) as Schema;
  }
  document.paths = paths;
  if (root.webhooks !== undefined) document.webhooks = webhooks;
  document.components = {
    ...Object.fromEntries(rest.map(([k, v]) => [k, rewrite(v, spec.root, ['components', k])])),
    schemas: sorted(schemas),
  };
  return {
    document: document as unknown as OpenApiDocument,
    errors: readErrors(spec),
    reasons: readReasons(spec),
    schemaSources,
  };

  function rewriteItems(
    key: 'paths' | 'webhooks',
    sources: ReadonlyMap<string, Source>,
  ): Record<string, PathItem> {
    const items: Record<string, PathItem> = {};
    for (const [name, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [value, keys] =
        source === spec.root ? [(root[key] as PathItem)[name], [key, name]] : [source.value, []];
      items[name] = rewrite(value, source, keys) as PathItem;
    }
    return items;
  }

  function rewrite(value: unknown, source: Source, keys: KeyPath): unknown {
    return rebuild(
      value,
      (part, at) => (typeof part.$ref === 'string' ? rewriteReference(part.$ref, part, source, at) : part),
      keys,
    );
  }

  function rewriteReference(
    reference: string,
    value: Readonly<Record<string, unknown>>,
    source: Source,
    keys: KeyPath,
  ): Schema {
    const { $ref: _, ...siblings } = value;
    if (reference.startsWith('#/') && source === spec.root) {
      if (!pointsSomewhere(root, reference))
        refuse(source, keys, `$ref ${JSON.stringify(reference)} points to nothing`, 'correct the name');
      return { $ref: reference, ...siblings };
    }
    const target = spec.follow(source, [...keys, '$ref'], reference);
    const name = componentName(target);
    const known = schemaSources.get(name);
    if (known === undefined) {
      checkName(name, source, keys);
      const found = checkShape(target, 'Schema');
      if (found.length > 0) throw new SpecError(found);
      schemaSources.set(name, target);
      schemas[name] = rewrite(target.value, target, []) as Schema;
    } else if (known !== target) {
      refuse(
        source,
        keys,
        `two schemas are called ${name}: ${known.name} and ${target.name}`,
        'rename one of the files',
      );
    }
    return { $ref: LOCAL_SCHEMA + name, ...siblings };
  }
}

function checkName(name: string, source: Source, keys: KeyPath): void {
  if (!COMPONENT_NAME.test(name)) {
    refuse(
      source,
      keys,
      `the schema name ${JSON.stringify(name)} is not allowed`,
      'use letters, digits, - . and _, and begin with a letter',
    );
  }
}

function refuse(source: Source, keys: KeyPath, message: string, fix: string): never {
  throw new SpecError([{ code: 'reference', message, fix, place: placeOf(source, keys) }]);
}

function readErrors(spec: Spec): Readonly<Record<string, ErrorEntry>> {
  const source = spec.beside('error-codes.yaml');
  if (source === undefined) return {};
  const found = checkShape(source, '{ErrorEntry}');
  for (const name of Object.keys(source.value as object)) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      found.push({
        code: 'error-name',
        message: `the error name ${JSON.stringify(name)} is not PascalCase`,
        fix: 'use letters and digits, and begin with a capital letter',
        place: placeOf(source, [name]),
      });
    }
  }
  if (found.length > 0) throw new SpecError(found);
  return source.value as Readonly<Record<string, ErrorEntry>>;
}

function readReasons(spec: Spec): Readonly<Record<string, string>> {
  const source = spec.beside('reasons.yaml');
  if (source === undefined) return {};
  const found = checkShape(source, '{string}');
  if (found.length > 0) throw new SpecError(found);
  return source.value as Readonly<Record<string, string>>;
}

function pointsSomewhere(root: unknown, reference: string): boolean {
  let value: unknown = root;
  for (const part of reference.slice(2).split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isObject(value) || !Object.hasOwn(value, key)) return false;
    value = value[key];
  }
  return true;
}

function sorted<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
