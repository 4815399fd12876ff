import { mapShape, type Part } from '../../spec/map-shape.ts';
import type { Language, Model } from '../../spec/model.ts';
import { isObject, type OpenApiDocument, type Schema } from '../../spec/openapi.ts';
import { say } from '../words.ts';
import { nameSchemas } from './name-schemas.ts';
import { type Naming, namedMessages, namedOperation } from './named-operation.ts';
import { schema30 } from './schema-30.ts';

/** The methods of OpenAPI 3.0. */
const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * The same API as OpenAPI 3.0.3, for the generators of other languages: one object per answer, a name for every object,
 * types without unions, no extensions that tools do not read. It accepts every value that the 3.1 document accepts.
 * @param document the 3.1 document of the model.
 */
export function openApi30(model: Model, document: OpenApiDocument): object {
  const { language } = model;
  const naming: Naming = { model, schemas: nameSchemas(document.components?.schemas ?? {}) };
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, plainItem(naming, path, item)]),
  );
  namedMessages(naming, document.webhooks ?? {});
  const whole = { paths, components: { ...document.components, schemas: naming.schemas.all() } };
  return {
    openapi: '3.0.3',
    info: plainInfo(document.info, document.webhooks === undefined ? undefined : say(language, 'noWebhooks')),
    ...copied(document, ['externalDocs', 'servers', 'security']),
    tags: (document.tags ?? []).map(plainTag),
    // The tree of a document stays one.
    ...(mapShape(whole, 'Root', (part, kind) => convert(part, kind, language)) as object),
  };
}

/** A path with the methods that 3.0 has. */
function plainItem(naming: Naming, path: string, item: object): Part {
  const entries = Object.entries(item).map(([key, value]): [string, unknown] => {
    const operation = naming.model.operations.find((known) => known.path === path && known.method === key);
    return [key, operation === undefined ? value : namedOperation(naming, operation, value)];
  });
  return Object.fromEntries(
    entries.filter(
      ([key]) => METHODS.has(key) || ['parameters', 'summary', 'description', 'servers'].includes(key),
    ),
  );
}

/** Writes one part of the document in 3.0. */
function convert(part: Part, kind: string, language: Language): unknown {
  if (kind === 'Schema') return schema30(part as Schema, language);
  if (kind === 'Parameter' || kind === 'Header') return withoutExtensions(plainParameter(part, language));
  if (kind === 'Components') {
    const { pathItems: _, mediaTypes: __, ...rest } = part;
    return withoutExtensions(rest);
  }
  return withoutExtensions(part);
}

/** A value that is sent as JSON text is a text: few generators know `content` of a parameter. */
function plainParameter(parameter: Part, language: Language): Part {
  const { content, ...rest } = parameter;
  const json = isObject(content) ? content['application/json'] : undefined;
  if (!isObject(json)) return parameter;
  return {
    ...rest,
    description: [rest.description, say(language, 'jsonText')].filter(Boolean).join(' '),
    schema: { type: 'string' },
    ...(json.example !== undefined && { example: JSON.stringify(json.example) }),
  };
}

function plainInfo({ summary: _, license, ...info }: Part, note: string | undefined): Part {
  const { identifier, ...rest } = isObject(license) ? license : {};
  const url = typeof identifier === 'string' ? { url: `https://spdx.org/licenses/${identifier}.html` } : {};
  return {
    ...withoutExtensions(info),
    ...(note !== undefined && { description: [info.description, note].filter(Boolean).join('\n\n') }),
    // 3.0 names a license by its address alone.
    ...(isObject(license) && { license: { ...url, ...rest } }),
  };
}

/** Redoc and Scalar show `x-displayName`. */
function plainTag(tag: Part): Part {
  const title = tag['x-title'];
  return {
    ...copied(tag, ['name', 'description', 'externalDocs']),
    ...(title !== undefined && { 'x-displayName': title }),
  };
}

/** Apifox puts an operation into the folder of this name. */
const READ_BY_TOOLS = new Set(['x-apifox-folder']);

function withoutExtensions(part: Part): Part {
  return Object.fromEntries(
    Object.entries(part).filter(([key]) => !key.startsWith('x-') || READ_BY_TOOLS.has(key)),
  );
}

function copied(part: Part | OpenApiDocument, keys: readonly string[]): Part {
  return Object.fromEntries(keys.flatMap((key) => (part[key] === undefined ? [] : [[key, part[key]]])));
}
