import { Document, isMap, isScalar } from 'yaml';
import { contentFields, exampleParents } from '../../evidence/facts/example-evidence.ts';
import { type FactField, type FactPage, statusOf } from '../../evidence/facts/facts.ts';
import { fileOfUrl } from '../../evidence/facts/file-of-url.ts';
import { camelCase } from '../../spec/names.ts';
import { isObject } from '../../spec/openapi.ts';
import { documentText, foldSmallCollections } from '../../spec/yaml-text.ts';
import { fieldSchema, objectSchema } from './scaffold-schema.ts';

/** What a scaffold needs from the root of the specification. */
export interface ScaffoldRoot {
  readonly basePath: string;
  /** The field names of each envelope's success schema; the default envelope comes first. */
  readonly envelopes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Writes a first Path Item for one endpoint. It holds what the page says and nothing more, with a `# decide:`
 * comment wherever the page leaves something open. `check` fails until the curator has decided.
 */
export function scaffoldPath(page: FactPage, root: ScaffoldRoot): string {
  const method = (page.method ?? 'GET').toLowerCase();
  const document = new Document({ [method]: operationOf(page, root) }, { aliasDuplicateObjects: false });
  comment(document, [method, 'responses'], decisions(page));
  for (const [index, field] of (page.query ?? []).entries()) {
    if (field.example === undefined)
      comment(document, [method, 'parameters', index, 'schema'], ['decide: example']);
  }
  if (hasBody(page) && bodyExample(page) === undefined)
    comment(document, [method, 'requestBody', 'content'], ['decide: example']);
  foldSmallCollections(document);
  return documentText(document);
}

function operationOf(page: FactPage, root: ScaffoldRoot): Record<string, unknown> {
  const status = statusOf(page);
  const fields = contentFields(page.response);
  const envelope = envelopeOf(fields, root);
  return {
    operationId: camelCase(fileOfUrl(page.path ?? '', root.basePath).replace(/\.yaml$/, '')),
    tags: [page.slug],
    summary: firstSentence(page.summary ?? page.title),
    'x-page': { id: page.page, title: page.title, modified: page.modified ?? 'unknown' },
    'x-seat': page.seat ?? 'unknown',
    ...(status === undefined ? {} : { 'x-status': status }),
    ...(status === 'deprecated' ? { deprecated: true } : {}),
    ...(envelope === undefined || envelope === [...root.envelopes.keys()][0]
      ? {}
      : { 'x-envelope': envelope }),
    ...(page.query === undefined || page.query.length === 0
      ? {}
      : { parameters: page.query.map(parameterOf) }),
    ...(hasBody(page) ? { requestBody: requestBodyOf(page) } : {}),
    responses: {
      200: {
        description: 'The answer.',
        content: { 'application/json': { schema: answerOf(page, fields, root) } },
      },
    },
  };
}

/** Returns a parameter as its page describes it. */
export function parameterOf(field: FactField): Record<string, unknown> {
  const { description, ...schema } = fieldSchema(field, [], 'request');
  return {
    name: field.name,
    in: 'query',
    ...(field.required === true ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema,
    ...(field.example === undefined ? {} : { example: field.example }),
  };
}

/** Whether a call sends a body. Apifox also shows an empty one on the pages of some GET requests. */
function hasBody({ method = 'GET', body }: FactPage): boolean {
  if (body === undefined) return false;
  return !['GET', 'HEAD'].includes(method) || contentFields(body).length > 0;
}

function requestBodyOf(page: FactPage): Record<string, unknown> {
  const example = bodyExample(page);
  const schema = objectSchema(contentFields(page.body), exampleParents(page.body?.example), 'request');
  const mediaType = page.body?.content_type ?? 'application/json';
  return {
    required: true,
    content: { [mediaType]: { schema, ...(example === undefined ? {} : { example }) } },
  };
}

function bodyExample(page: FactPage): unknown {
  const example = page.body?.example;
  return isObject(example) || Array.isArray(example) ? example : undefined;
}

function answerOf(page: FactPage, fields: readonly FactField[], root: ScaffoldRoot): Record<string, unknown> {
  const enveloped = new Set([...root.envelopes.values()].flat());
  const own = fields.filter((field) => !enveloped.has(field.name));
  return objectSchema(own, exampleParents(page.response?.example), 'answer');
}

/**
 * Finds the envelope that shares the most fields with the page; undefined if the page shows no envelope's
 * fields.
 */
export function envelopeOf(
  fields: readonly FactField[],
  { envelopes }: Pick<ScaffoldRoot, 'envelopes'>,
): string | undefined {
  const shown = new Set(fields.map((field) => field.name));
  const scored = [...envelopes].map(([name, names]) => ({
    name,
    score: names.filter((field) => shown.has(field)).length,
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: '', score: 0 });
  return best.score === 0 ? undefined : best.name;
}

function decisions(page: FactPage): string[] {
  const errors = (page.errors ?? []).map(
    ({ code, zh, en }) => `  ${code} ${zh}${en === undefined ? '' : ` (${en})`}`,
  );
  return [
    'decide: x-safety: read | idempotent | write',
    'decide: x-limit: read | write | bulk',
    ...(errors.length === 0 ? [] : ['decide: x-errors: a name from error-codes.yaml for each of', ...errors]),
  ];
}

function firstSentence(text: string): string {
  const sentence = /^(.*?\.)(?:\s|$)/s.exec(text)?.[1] ?? `${text}.`;
  return sentence.replaceAll(/\s+/g, ' ');
}

/** Writes comment lines above the key that `keys` lead to. */
function comment(document: Document, keys: readonly (string | number)[], lines: readonly string[]): void {
  const map = document.getIn(keys.slice(0, -1), true);
  if (!isMap(map)) return;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === keys.at(-1));
  if (pair !== undefined && isScalar(pair.key))
    pair.key.commentBefore = lines.map((line) => ` ${line.replaceAll(/[\r\n]+/g, ' ')}`).join('\n');
}
