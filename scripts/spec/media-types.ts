import type { Schema } from './openapi.ts';

/** How the client writes the body of a media type. */
export type BodyKind = 'json' | 'multipart' | 'form' | 'text' | 'binary';

const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;
const BINARY_TYPE = /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip|x-)/i;

/** Whether a media type is JSON: `application/json`, or a type that ends with `+json`. */
export function isJsonType(mediaType: string): boolean {
  return JSON_TYPE.test(mediaType);
}

/** How the client writes the body of a media type. */
export function bodyKind(mediaType: string): BodyKind {
  if (isJsonType(mediaType)) return 'json';
  if (/^multipart\/form-data\b/i.test(mediaType)) return 'multipart';
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return 'form';
  return /^text\/|[/+]xml\b/i.test(mediaType) ? 'text' : 'binary';
}

/** Whether a media type holds bytes that no text describes. */
export function isBinaryType(mediaType: string): boolean {
  return BINARY_TYPE.test(mediaType);
}

/** Whether a resolved schema describes bytes: `format: binary` of OpenAPI 3.0, or `contentMediaType` of 3.1. */
export function isBinarySchema({ type, format, contentMediaType, contentEncoding }: Schema): boolean {
  const mayBeText = type === undefined || [type].flat().includes('string');
  if (!mayBeText || contentEncoding !== undefined) return false;
  if (format === 'binary') return true;
  return typeof contentMediaType === 'string' && isBinaryType(contentMediaType);
}
