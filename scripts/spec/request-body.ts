import type { Diagnostic } from '../kit/diagnostic.ts';
import { chooseContent } from './answer.ts';
import type { Assembled } from './assemble.ts';
import { bodyKind, isJsonType } from './media-types.ts';
import { operationKeys } from './name-operations.ts';
import type { OperationObject, Schema } from './openapi.ts';

/** The body of a request in the media type that the client sends. */
export interface RequestBody {
  readonly schema: Schema;
  readonly required: boolean;
  /** As it is sent. */
  readonly mediaType: string;
  /** As it is declared, which may be a range such as any type. */
  readonly declaredType: string;
}

/** The body of an operation's request; undefined for none, and for one that fetch refuses to send. */
export function readRequestBody(
  { doubt, placeOf }: Pick<Assembled, 'placeOf'> & { readonly doubt: (finding: Diagnostic) => void },
  path: string,
  method: string,
  { requestBody: body }: OperationObject,
): RequestBody | undefined {
  const [declaredType, content] = chooseRequestContent(body?.content) ?? [];
  if (declaredType === undefined) return undefined;
  const endpoint = `${method.toUpperCase()} ${path}`;
  if (/^(get|head)$/.test(method)) {
    doubt({
      code: 'request-body',
      message: `${endpoint} has a body, which fetch refuses to send; the client leaves it out`,
      fix: 'describe its fields as query parameters, or use another method',
      place: placeOf([...operationKeys(path, method), 'requestBody']),
    });
    return undefined;
  }
  const schema = content?.schema ?? {};
  const isJson = declaredType === '*/*' && (isObjectSchema(schema) || schema.$ref !== undefined);
  const mediaType = isJson ? 'application/json' : declaredType;
  return { schema, required: body?.required ?? false, mediaType, declaredType };
}

function isObjectSchema({ type, properties, items }: Schema): boolean {
  return type === 'object' || type === 'array' || properties !== undefined || items !== undefined;
}

/** JSON wherever it is among the media types, or else a form, or else the first of them. */
function chooseRequestContent<Content>(
  content: Readonly<Record<string, Content>> = {},
): [mediaType: string, Content] | undefined {
  const entries = Object.entries(content);
  const chosen = chooseContent(content);
  const form = entries.find(([type]) => bodyKind(type) === 'multipart' || bodyKind(type) === 'form');
  return chosen !== undefined && isJsonType(chosen[0]) ? chosen : (form ?? chosen);
}
