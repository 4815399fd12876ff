import { isOfRange } from '../base/media-range.ts';
import type { Operation } from '../base/operation.ts';
import type { BodyPlan, Fields } from '../base/request-plan.ts';
import { jsonText, plainText, refusal } from './argument-text.ts';
import { bodyText, MISSING_BODY } from './body-text.ts';
import { isPlainObject, writeValue } from './write-value.ts';

/** A body and its content type. */
export interface WrittenBody {
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;

/**
 * Writes a body in its media type: the fields, or the one field called `body` if the operation says so.
 *
 * Rejects with WeibanConfigError if the media type cannot hold it.
 */
export async function writeBody(
  operation: Operation,
  plan: BodyPlan,
  fields: Fields,
): Promise<WrittenBody | undefined> {
  const { id, body: kind } = operation;
  const { mediaType, isOptional } = plan;
  const isWhole = kind === 'whole';
  const whole = isWhole ? fields[0]?.[1] : undefined;
  const isMissing = isWhole ? whole === undefined : fields.length === 0;
  if (isMissing && isOptional) return undefined;
  if (isWhole && isMissing) throw refusal(id, MISSING_BODY);
  if (JSON_TYPE.test(mediaType)) return { type: mediaType, content: bodyText(operation, fields) ?? '' };
  if (/^multipart\/form-data\b/i.test(mediaType)) {
    return whole instanceof FormData
      ? writeForm(plan, [...whole], id)
      : writeForm(plan, isWhole ? membersOf(whole, id) : fields, id);
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) {
    if (whole instanceof URLSearchParams) return { type: mediaType, content: String(whole) };
    const members = isWhole ? membersOf(whole, id) : fields;
    const pairs = members.flatMap(([name, value]) => formPairs(plan, name, value, id));
    return { type: mediaType, content: pairs.join('&') };
  }
  return writeWhole(mediaType, whole, id);
}

function membersOf(body: unknown, id: string): Fields {
  if (isPlainObject(body)) return Object.entries(body);
  throw refusal(id, 'its body is a form; give an object with the fields');
}

/** The pairs of a URL-encoded form: a list is repeated, an object is JSON text, unless the plan gives a style. */
function formPairs(plan: BodyPlan, name: string, value: unknown, id: string): string[] {
  if (value === undefined || value === null) return [];
  const written = plan.fields.get(name);
  if (typeof written === 'object') return writeValue(written, value, id);
  return Array.from(Array.isArray(value) ? value : [value], (item) => {
    if (isBinary(item)) throw refusal(id, `${name} is binary, and this form carries text`);
    const isJson = typeof written === 'string' && JSON_TYPE.test(written);
    const text = isJson ? jsonText(id, name, item) : plainText(id, name, item);
    return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
  });
}

/**
 * Not with `FormData`: it cannot give a text a content type without making a file of it. A list becomes several parts
 * of one name.
 */
async function writeForm(plan: BodyPlan, fields: Fields, id: string): Promise<WrittenBody> {
  const boundary = `form-${[...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(36)).join('')}`;
  const chunks: BlobPart[] = [];
  for (const [name, value] of fields) {
    if (value === undefined || value === null) continue;
    for (const item of Array.from(Array.isArray(value) ? value : [value])) {
      const { fileName, type, content } = await writePart(plan.fields.get(name), name, item, id);
      const file = fileName === undefined ? '' : `; filename="${quotable(fileName)}"`;
      chunks.push(
        `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(name)}"${file}\r\n`,
        `${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
        content,
        '\r\n',
      );
    }
  }
  chunks.push(`--${boundary}--\r\n`);
  return {
    type: `${plan.mediaType}; boundary=${boundary}`,
    content: new Uint8Array(await new Blob(chunks).arrayBuffer()),
  };
}

interface Part {
  readonly fileName?: string;
  readonly type: string | undefined;
  readonly content: BlobPart;
}

async function writePart(written: unknown, name: string, value: unknown, id: string): Promise<Part> {
  const declared = typeof written === 'string' ? written : undefined;
  if (isBinary(value)) {
    const { name: fileName = 'blob', type = '' } = value as { name?: string; type?: string };
    const only = declared !== undefined && !/[*,]/.test(declared) ? declared : 'application/octet-stream';
    return { fileName: String(fileName), type: headerText(type) || only, content: await bytesOf(value) };
  }
  const isObject = typeof value === 'object' && value !== null;
  const json = isObject ? 'application/json' : undefined;
  if (declared === undefined ? isObject : JSON_TYPE.test(declared))
    return { type: declared ?? json, content: jsonText(id, name, value) };
  if (isObject) throw refusal(id, `${name} is sent as ${declared}; give it as text or as a Blob`);
  return { type: declared?.includes(',') ? undefined : declared, content: plainText(id, name, value) };
}

/** As HTML says. */
function quotable(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22');
}

/** A content type that cannot end its line. */
function headerText(type: unknown): string {
  return String(type).replace(/[\r\n]/g, '');
}

/** A body that is neither JSON nor a form: text or bytes as they are given. */
async function writeWhole(mediaType: string, value: unknown, id: string): Promise<WrittenBody> {
  if (isBinary(value)) {
    const { type: own } = value as { type?: unknown };
    const type = fits(own, mediaType) ? headerText(own) : mediaType;
    return { type: concrete(type, 'application/octet-stream', id), content: await bytesOf(value) };
  }
  if (typeof value === 'object' && value !== null)
    throw refusal(id, `its body is ${mediaType}; give it as text, a Blob or bytes`);
  const text = plainText(id, 'body', value);
  const type = concrete(mediaType, 'text/plain', id);
  // Without a charset, text may be read as Latin-1.
  const isPlainText = /^text\/[^;]*$/i.test(type) && /[^\0-\x7f]/.test(text);
  return { type: isPlainText ? `${type}; charset=utf-8` : type, content: text };
}

/** Whether a file's own type is one of a range: `image/png` of `image/*`. */
function fits(own: unknown, range: string): own is string {
  return typeof own === 'string' && own !== '' && isOfRange(own, range);
}

/** The content type for a range of types, if none of them is given. */
function concrete(type: string, usual: string, id: string): string {
  if (/^multipart\//i.test(type) && !/boundary=/i.test(type))
    throw refusal(id, `its body is ${type}; give a Blob whose type names the boundary`);
  if (!type.includes('*')) return type;
  if (type === '*/*' || type.split('/')[0] === usual.split('/')[0]) return usual;
  throw refusal(id, `its body is ${type}; give a Blob with its type`);
}

function isBinary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    ArrayBuffer.isView(value) ||
    /^\[object (Shared)?ArrayBuffer]$/.test(Object.prototype.toString.call(value)) ||
    'arrayBuffer' in value ||
    'getReader' in value ||
    Symbol.asyncIterator in value
  );
}

/** Reads all bytes, so that the request has a length and can be sent again. */
async function bytesOf(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  if (
    typeof value === 'object' &&
    value !== null &&
    Symbol.asyncIterator in value &&
    !('getReader' in value)
  ) {
    const chunks: BlobPart[] = [];
    for await (const chunk of value as AsyncIterable<BlobPart>) chunks.push(chunk);
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }
  return new Uint8Array(await new Response(value as BodyInit).arrayBuffer());
}
