import type { Diagnostic } from './diagnostic.ts';
import { isObject } from './openapi.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';

/**
 * What each object of the specification may hold. A kind is `string`, `boolean`, `number`, `any`, a list of literals
 * (`=a|b`), the name of another row, `X[]` for a list or `{X}` for a map; `X~Y` is either. Keys that begin with `x-`
 * are open in OpenAPI; those of this project stand here so that a slip in them is seen.
 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Root: {
    openapi: 'string',
    info: 'any',
    jsonSchemaDialect: 'string',
    servers: 'any[]',
    paths: '{PathItem}',
    webhooks: '{PathItem}',
    components: 'Components',
    security: '{any}[]',
    tags: 'Tag[]',
    externalDocs: 'any',
    'x-base-path': 'string',
    'x-envelopes': '{Envelope}',
    'x-limits': 'any',
  },
  Tag: { name: 'string', description: 'string', externalDocs: 'any', 'x-title': 'string' },
  Components: {
    schemas: '{Schema}',
    responses: '{Response}',
    parameters: '{Parameter}',
    examples: 'any',
    requestBodies: '{RequestBody}',
    headers: 'any',
    securitySchemes: '{any}',
    links: 'any',
    callbacks: 'any',
    pathItems: '{PathItem}',
  },
  Envelope: {
    code: 'string',
    message: 'string',
    ok: 'number[]',
    flag: 'string',
    description: 'string',
    success: 'Schema',
    failure: 'Schema',
  },
  PathItem: {
    $ref: 'string',
    summary: 'string',
    description: 'string',
    servers: 'any[]',
    parameters: 'Parameter[]',
    get: 'Operation',
    post: 'Operation',
    put: 'Operation',
    patch: 'Operation',
    delete: 'Operation',
    head: 'Operation',
    options: 'Operation',
    trace: 'Operation',
  },
  Operation: {
    operationId: 'string',
    tags: 'string[]',
    summary: 'string',
    description: 'string',
    externalDocs: 'any',
    parameters: 'Parameter[]',
    requestBody: 'RequestBody',
    responses: '{Response}',
    callbacks: 'any',
    deprecated: 'boolean',
    security: '{any}[]',
    servers: 'any[]',
    'x-page': 'Page',
    'x-seat': 'string',
    'x-safety': '=read|idempotent|write',
    'x-limit': '=read|write|bulk',
    'x-errors': 'string[]',
    'x-status': 'string',
    'x-envelope': 'string',
    'x-pagination': 'Pagination',
    'x-oneOf-required': 'string[]',
    'x-omits': '{string}',
    'x-corrects': 'Correction~Correction[]',
  },
  Page: { id: 'string', title: 'string', modified: 'string' },
  Pagination: {
    style: '=offset|page|cursor',
    limit: 'string',
    offset: 'string',
    size: 'string',
    page: 'string',
    cursor: 'string',
    items: 'string',
    total: 'string',
    more: 'string',
    next: 'string',
    first: 'number',
  },
  Correction: { what: 'string', documented: 'any', because: 'string' },
  Parameter: {
    $ref: 'string',
    name: 'string',
    in: '=query|path|header|cookie',
    description: 'string',
    required: 'boolean',
    deprecated: 'boolean',
    allowEmptyValue: 'boolean',
    style: 'string',
    explode: 'boolean',
    allowReserved: 'boolean',
    schema: 'Schema',
    example: 'any',
    examples: 'any',
    content: '{MediaType}',
    'x-corrects': 'Correction~Correction[]',
  },
  RequestBody: { $ref: 'string', description: 'string', content: '{MediaType}', required: 'boolean' },
  Response: { $ref: 'string', description: 'string', headers: 'any', content: '{MediaType}', links: 'any' },
  MediaType: { schema: 'Schema', example: 'any', examples: 'any', encoding: 'any' },
  Schema: {
    $ref: 'string',
    $comment: 'string',
    $defs: '{Schema}',
    title: 'string',
    description: 'string',
    default: 'any',
    deprecated: 'boolean',
    readOnly: 'boolean',
    writeOnly: 'boolean',
    example: 'any',
    examples: 'any[]',
    type: 'string~string[]',
    enum: 'any[]',
    const: 'any',
    allOf: 'Schema[]',
    anyOf: 'Schema[]',
    oneOf: 'Schema[]',
    ...Object.fromEntries(['not', 'if', 'then', 'else'].map((keyword) => [keyword, 'Schema'])),
    items: 'Schema~boolean',
    prefixItems: 'Schema[]',
    contains: 'Schema',
    minContains: 'number',
    maxContains: 'number',
    properties: '{Schema}',
    patternProperties: '{Schema}',
    additionalProperties: 'Schema~boolean',
    propertyNames: 'Schema',
    unevaluatedProperties: 'Schema~boolean',
    unevaluatedItems: 'Schema~boolean',
    dependentRequired: 'any',
    dependentSchemas: '{Schema}',
    required: 'string[]',
    minProperties: 'number',
    maxProperties: 'number',
    multipleOf: 'number',
    maximum: 'number',
    minimum: 'number',
    exclusiveMaximum: 'any',
    exclusiveMinimum: 'any',
    maxLength: 'number',
    minLength: 'number',
    pattern: 'string',
    format: 'string',
    maxItems: 'number',
    minItems: 'number',
    uniqueItems: 'boolean',
    nullable: 'boolean',
    discriminator: 'any',
    xml: 'any',
    externalDocs: 'any',
    contentMediaType: 'string',
    contentEncoding: 'string',
    contentSchema: 'Schema',
    'x-max-bytes': 'number',
    'x-known-values': 'any[]',
    'x-meanings': '{any}',
    'x-unknown': 'string',
    'x-exact': 'boolean',
    'x-omits': '{string}',
    'x-corrects': 'Correction~Correction[]',
  },
  ErrorEntry: {
    code: 'number',
    zh: 'string',
    en: 'string',
    advice: 'string',
    global: '=refresh-token|wait|stop',
  },
};

/** Required keys, for the rows where a missing one would only show much later. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Root: ['openapi', 'info'],
  Envelope: ['code', 'message', 'ok', 'success', 'failure'],
  ErrorEntry: ['code', 'zh', 'en', 'advice'],
  Correction: ['documented', 'because'],
};

/**
 * Holds a file against the shape it should have.
 * @param kind a row of the table, or a map or list of one: `PathItem`, `Schema`, `{ErrorEntry}`.
 * @returns one diagnostic for each unknown key, wrong kind of value and missing key, with its place.
 */
export function checkShape(source: Source, kind: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(source.value, kind, []);
  return found;

  function report(keys: KeyPath, message: string, fix: string): false {
    found.push({ code: 'shape', message, fix, place: placeOf(source, keys) });
    return false;
  }

  function walk(value: unknown, expected: string, keys: KeyPath): void {
    const either = expected.split('~');
    const chosen = either.find((candidate) => fits(value, candidate));
    if (chosen === undefined) {
      report(keys, `${label(keys)} is ${describe(value)}`, `write ${either.map(expectation).join(' or ')}`);
    } else if (chosen.endsWith('[]')) {
      (value as unknown[]).forEach((item, index) => {
        walk(item, chosen.slice(0, -2), [...keys, index]);
      });
    } else if (chosen.startsWith('{')) {
      for (const [key, item] of Object.entries(value as object))
        walk(item, chosen.slice(1, -1), [...keys, key]);
    } else if (SHAPES[chosen] !== undefined)
      walkRow(value as Readonly<Record<string, unknown>>, chosen, keys);
  }

  function walkRow(value: Readonly<Record<string, unknown>>, row: string, keys: KeyPath): void {
    const allowed = SHAPES[row] ?? {};
    for (const [key, item] of Object.entries(value)) {
      const kindOfKey = allowed[key];
      if (kindOfKey !== undefined) walk(item, kindOfKey, [...keys, key]);
      else reportUnknown(key, Object.keys(allowed), row, [...keys, key]);
    }
    for (const key of REQUIRED[row] ?? []) {
      if (!(key in value)) report(keys, `${label(keys)} has no ${JSON.stringify(key)}`, `add ${key}:`);
    }
  }

  function reportUnknown(key: string, allowed: readonly string[], row: string, keys: KeyPath): void {
    const near = nearest(key, allowed);
    if (key.startsWith('x-') && near === undefined) return;
    const fix =
      near === undefined
        ? `remove it, or put it where it belongs; known here: ${allowed.slice(0, 12).join(', ')} …`
        : `write ${near}:`;
    report(keys, `${JSON.stringify(key)} is not known in ${article(row)}`, fix);
  }
}

function fits(value: unknown, kind: string): boolean {
  if (kind === 'any') return true;
  if (kind.startsWith('=')) return typeof value === 'string' && kind.slice(1).split('|').includes(value);
  if (kind.endsWith('[]')) return Array.isArray(value);
  if (kind.startsWith('{') || SHAPES[kind] !== undefined) return isObject(value);
  return typeof value === kind;
}

function expectation(kind: string): string {
  if (kind.startsWith('=')) return `one of ${kind.slice(1).split('|').join(', ')}`;
  if (kind.endsWith('[]')) return 'a list';
  if (kind.startsWith('{')) return 'a map';
  return article(kind);
}

function article(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a map';
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

function label(keys: KeyPath): string {
  return keys.length === 0 ? 'the file' : JSON.stringify(String(keys.at(-1)));
}

/** The candidate that differs from `word` by at most two letters, if there is one. */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((candidate) => ({
    candidate,
    distance: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= Math.min(2, Math.ceil(word.length / 4))
    ? best.candidate
    : undefined;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
