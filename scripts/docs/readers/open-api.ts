import type { ParameterPlace } from '../../evidence/facts/facts.ts';
import { PARAMETER_PLACES } from '../../evidence/facts/facts.ts';
import type { Diagnostic } from '../../kit/diagnostic.ts';
import { isObject, METHODS } from '../../spec/openapi.ts';
import type { Capture, CapturedContent, Credential } from './capture.ts';
import type { CapturedField } from './captured-field.ts';
import { withPlainNames } from './field-name.ts';
import { credentialOf, isCredential, isHttpHeader, withoutVariables } from './http-header.ts';
import { type Context, contentOf, fieldOf } from './open-api-fields.ts';
import { readIntro } from './page-intro.ts';
import { readStatus } from './page-status.ts';
import { type Json, resolve } from './resolve-schema.ts';
import { readWrittenPath } from './written-path.ts';

// More than any real document has. A document that keeps referring to itself ends here.
const MOST_FIELDS = 100_000;

/** Whether a value is an OpenAPI document that a reader can take endpoints from. */
export function isOpenApi(value: unknown): value is Json {
  return isObject(value) && typeof value.openapi === 'string' && isObject(value.paths);
}

/** Reads every endpoint of an OpenAPI document, 3.0 or 3.1, as Apifox exports it. */
export function readOpenApi(document: Json, from: string): { captures: Capture[]; refused: Diagnostic[] } {
  const context: Context = {
    document,
    remainingFields: MOST_FIELDS,
    dangling: new Set(),
    oddTypes: new Set(),
    unread: new Set(),
    merged: new Map(),
  };
  const captures: Capture[] = [];
  const refused: Diagnostic[] = [];
  for (const [path, written] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    const item = resolve(context, written);
    if (typeof item.$ref === 'string')
      refused.push({
        code: 'page-form',
        message: `${path} refers to ${item.$ref}, which the document does not hold`,
        fix: 'export the project as one document',
        place: { file: from, line: 1, column: 1 },
      });
    for (const method of METHODS) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      context.dangling.clear();
      context.oddTypes.clear();
      context.unread.clear();
      context.merged.clear();
      captures.push(
        readOperation(context, { path, method, operation, shared: listOf(item.parameters), from }),
      );
    }
  }
  return { captures, refused };
}

interface WrittenOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
  /** The parameters of the path, which every operation of it takes. */
  readonly shared: readonly unknown[];
  readonly from: string;
}

function readOperation(context: Context, written: WrittenOperation): Capture {
  const { method, operation, from } = written;
  const { path, server, query } = readWrittenPath(written.path);
  const intro = readIntro(
    String(operation.description ?? '')
      .split('\n')
      .map((line) => line.trim()),
  );
  const status =
    operation.deprecated === true ? 'deprecated' : readStatus(String(extension(operation, 'status')));
  const folder =
    extension(operation, 'folder') ?? (Array.isArray(operation.tags) ? operation.tags[0] : undefined);
  const page = /api-\d+/.exec(String(operation['x-run-in-apifox'] ?? operation['x-run-in-apidog']))?.[0];
  const body = bodyOf(context, method, operation);
  const { ignored: outside = [], ...parameters } = readParameters(context, written);
  const { response, responseStatus, ...answers } = readAnswers(context, operation);
  const odd = [...context.oddTypes].map((type) => `the type ${JSON.stringify(type)}`);
  const ignored = [
    ...outside,
    ...odd,
    ...namesOf(operation.callbacks).map((name) => `the callback ${name}`),
    ...headersOf(context, operation),
    ...(query === undefined ? [] : [`the query ${JSON.stringify(query)} in the path`]),
  ];
  return {
    from,
    ...(page !== undefined && { page }),
    title: String(operation.summary ?? ''),
    ...(typeof folder === 'string' && folder !== '' && { folder }),
    method: method.toUpperCase(),
    path,
    ...(intro.licence !== undefined && { licence: intro.licence }),
    ...(status !== undefined && { status }),
    errors: intro.errors,
    ...parameters,
    ...(body && { body }),
    ...(response && { response }),
    ...(responseStatus !== undefined && responseStatus !== '200' && { responseStatus }),
    ...answers,
    ...surroundings(context, operation),
    ...(server !== undefined && { servers: [server] }),
    missing: [
      ...(responseStatus === undefined ? ['response'] : []),
      ...[...context.dangling].map((reference) => `the target of ${reference}`),
      ...context.unread,
    ],
    ...(ignored.length > 0 && { ignored }),
  };
}

function namesOf(value: unknown): string[] {
  return Object.keys(isObject(value) ? value : {});
}

/** The headers of the answers, for which the facts have no room. */
function headersOf(context: Context, { responses }: Json): string[] {
  return Object.entries(isObject(responses) ? responses : {}).flatMap(([status, response]) =>
    namesOf(resolve(context, response).headers)
      .filter((name) => !isHttpHeader('header', name))
      .map((name) => `the header ${name} of the answer ${status}`),
  );
}

/** A key of Apifox, or of its international edition. */
function extension(operation: Json, key: string): unknown {
  return operation[`x-apifox-${key}`] ?? operation[`x-apidog-${key}`];
}

/** Reads the request body. Apifox also shows an empty one on the pages of some requests that have none. */
function bodyOf(context: Context, method: string, operation: Json): CapturedContent | undefined {
  const body = contentOf(context, resolve(context, operation.requestBody));
  if (body === undefined) return undefined;
  const { contentType: _, otherTypes: __, fields, ...rest } = body;
  const isEmpty = fields.length === 0 && Object.keys(rest).length === 0;
  return isEmpty && ['get', 'head', 'delete'].includes(method) ? undefined : body;
}

type Answers = Pick<Capture, 'response' | 'responseStatus' | 'otherResponses'>;

/** Reads every answer: the first successful one apart, and the others by status. */
function readAnswers(context: Context, operation: Json): Answers {
  const responses = isObject(operation.responses) ? operation.responses : {};
  const success = Object.keys(responses).find((code) => code.startsWith('2')) ?? defaultOf(responses);
  const others = Object.keys(responses).filter((code) => code !== success);
  const read = (code: string) => contentOf(context, resolve(context, responses[code]));
  const response = success === undefined ? undefined : read(success);
  return {
    ...(response && { response }),
    ...(success !== undefined && { responseStatus: success === 'default' ? '200' : success }),
    ...(others.length > 0 && {
      otherResponses: Object.fromEntries(others.map((code) => [code, read(code) ?? { fields: [] }])),
    }),
  };
}

/** `default`, if it is the only answer of an operation. */
function defaultOf(responses: Json): string | undefined {
  return Object.keys(responses).length === 1 && isObject(responses.default) ? 'default' : undefined;
}

type Parameters = Pick<Capture, 'query' | 'parameters' | 'credentials' | 'ignored'>;

/** Reads the parameters of every place, those of the path included. */
function readParameters(context: Context, { operation, shared }: WrittenOperation): Parameters {
  const listed = new Map(
    [...shared, ...listOf(operation.parameters)].map((parameter) => {
      const resolved = resolve(context, parameter);
      return [`${String(resolved.in)} ${String(resolved.name)}`, resolved];
    }),
  );
  const fields: Record<ParameterPlace, CapturedField[]> = { path: [], query: [], header: [], cookie: [] };
  const credentials: Credential[] = [];
  const ignored: string[] = [];
  for (const parameter of listed.values()) {
    const name = String(parameter.name);
    const place = PARAMETER_PLACES.find((known) => known === parameter.in);
    if (place === undefined) {
      // A reference that leads nowhere is among what the capture lacks.
      if (parameter.$ref === undefined) ignored.push(`the parameter ${name} in ${String(parameter.in)}`);
    } else if (isHttpHeader(place, name)) continue;
    else if (isCredential(place, { name, required: parameter.required }, shownOf(context, parameter)))
      credentials.push(credentialOf(place, name, shownOf(context, parameter)));
    else fields[place].push(parameterOf(context, parameter));
  }
  const { query, ...others } = fields;
  const further = Object.entries(others).flatMap(([place, list]) =>
    list.length > 0 ? [[place, withPlainNames(list)]] : [],
  );
  return {
    query: withPlainNames(query),
    ...(further.length > 0 && { parameters: Object.fromEntries(further) }),
    ...(credentials.length > 0 && { credentials }),
    ...(ignored.length > 0 && { ignored }),
  };
}

function shownOf(context: Context, parameter: Json): unknown {
  const schema = schemaOf(context, parameter);
  return parameter.example ?? schema.example ?? schema.default;
}

/** The schema of a parameter, also of one whose value is text in a media type. */
function schemaOf(context: Context, parameter: Json): Json {
  const [media] = Object.values(isObject(parameter.content) ? parameter.content : {});
  return resolve(context, parameter.schema ?? (isObject(media) ? media.schema : undefined));
}

function parameterOf(context: Context, parameter: Json): CapturedField {
  const { example, default: standard, ...schema } = schemaOf(context, parameter);
  const examples = Object.values(isObject(parameter.examples) ? parameter.examples : {});
  const written = parameter.example ?? resolve(context, examples[0]).value;
  const shown = withoutVariables(written === '' ? undefined : (written ?? example));
  const fixed = withoutVariables(standard);
  const field = fieldOf(
    context,
    String(parameter.name),
    { ...schema, ...(fixed !== undefined && { default: fixed }), ...textOf(parameter) },
    parameter.required === true || parameter.in === 'path',
    [],
  );
  return {
    ...field,
    // A page shows no type here.
    ...(field.type === 'any' && { type: 'unknown' }),
    ...(parameter.deprecated === true && { deprecated: true }),
    ...(shown !== undefined && { example: shown }),
  };
}

function textOf({ description }: Json): Json {
  return typeof description === 'string' ? { description } : {};
}

/** The servers of the document, and the security schemes that this operation names. */
function surroundings(
  { document }: Context,
  operation: Json,
): Pick<Capture, 'servers' | 'securitySchemes' | 'security'> {
  const servers = listOf(document.servers).flatMap((server) =>
    isObject(server) && typeof server.url === 'string' && /^https?:\/\//.test(server.url) ? [server.url] : [],
  );
  const { securitySchemes } = isObject(document.components) ? document.components : {};
  const schemes = isObject(securitySchemes) ? securitySchemes : {};
  const ways = listOf(operation.security ?? document.security).map((way) =>
    Object.keys(isObject(way) ? way : {}).filter((name) => isObject(schemes[name])),
  );
  const named = ways.flat();
  return {
    ...(servers.length > 0 && { servers }),
    ...(named.length > 0 && {
      security: ways,
      securitySchemes: Object.fromEntries(named.map((name) => [name, schemes[name]])),
    }),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
