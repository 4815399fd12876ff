import type { MediaType, OperationObject, Schema } from './openapi.ts';

/**
 * What a successful answer holds: JSON, text, bytes, nothing, or anything, if the document does not say it: JSON where it
 * can be read as such, otherwise text.
 */
type AnswerKind = 'json' | 'text' | 'bytes' | 'none' | 'any';

/** The successful answer of an operation. */
export interface Answer {
  readonly kind: AnswerKind;
  /** The schema of the JSON. Several successful answers are alternatives. */
  readonly schema: Schema | undefined;
  /** Whether a success may also have no content, such as 204 beside 200. */
  readonly mayBeEmpty: boolean;
  /** The HTTP status of a success: 200, or else the first that the document has. */
  readonly status: number;
}

/** Reads what an operation answers. Every answer in an envelope is JSON. `schemaOf` follows a reference to a schema. */
export function readAnswer(
  { responses = {} }: OperationObject,
  isEnveloped: boolean,
  schemaOf: (schema: Schema | undefined) => Schema,
): Answer {
  const keys = Object.keys(responses);
  const good = keys.filter((key) => /^2/.test(key)).sort((a, b) => Number(b === '200') - Number(a === '200'));
  const [first = ''] = good;
  const status = /^\d+$/.test(first) ? Number(first) : 200;
  // A document with one answer for everything means success, too.
  const chosen = good.length > 0 ? good : keys.filter((key) => key === 'default');
  const contents = chosen.map((key) => ({ key, content: chooseContent(responses[key]?.content) }));
  if (isEnveloped) {
    const schema = contents.find(({ content }) => content)?.content?.[1].schema;
    return { kind: 'json', schema, mayBeEmpty: false, status };
  }
  const kinds = contents.map(({ key, content }) => ({ content, kind: kindOf(key, content, schemaOf) }));
  const filled = kinds.filter(({ kind }) => kind !== 'none');
  const kind = kinds.length === 0 ? 'any' : (filled[0]?.kind ?? 'none');
  const schemas = filled
    .filter((own) => own.kind === kind)
    .flatMap(({ content }): Schema[] => (content?.[1].schema ? [content[1].schema] : []));
  const schema = kind === 'json' || kind === 'any' ? eitherOf(schemas) : undefined;
  return { kind, schema, mayBeEmpty: filled.length > 0 && filled.length < kinds.length, status };
}

/** JSON wherever it is among the media types, or else the first of them. */
export function chooseContent<Content>(
  content: Readonly<Record<string, Content>> = {},
): [mediaType: string, Content] | undefined {
  const entries = Object.entries(content);
  return entries.find(([type]) => isJson(type)) ?? entries[0];
}

function isJson(mediaType: string): boolean {
  return /^(application|text)\/([\w.-]+\+)?json\b/i.test(mediaType);
}

function kindOf(
  status: string,
  content: [mediaType: string, MediaType] | undefined,
  schemaOf: (schema: Schema | undefined) => Schema,
): AnswerKind {
  // 204 and 205 cannot have any content, whatever a document says.
  if (/^20[45]$/.test(status)) return 'none';
  if (content === undefined) return 'any';
  const [mediaType, { schema }] = content;
  if (isJson(mediaType)) return 'json';
  const { type, format } = schemaOf(schema);
  if (format === 'binary') return 'bytes';
  // Many documents list objects under a type that is not JSON's, such as */*.
  if (type !== undefined && type !== 'string') return 'any';
  if (/^text\/|[/+]xml\b|ndjson|jsonl|x-www-form-urlencoded/i.test(mediaType)) return 'text';
  return mediaType.includes('*') ? 'any' : 'bytes';
}

function eitherOf(schemas: readonly Schema[]): Schema | undefined {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length > 1 ? { anyOf: distinct } : distinct[0];
}
