import type { ResponseProblem } from '../../generated/client.ts';
import { envelopes } from '../../generated/operations.ts';
import { parseExact, TooDeepError } from './exact-json.ts';
import type { Reply } from './exchange.ts';
import type { Operation } from './operation.ts';

/** What the envelope of an answer says. */
export type Reading =
  | {
      readonly kind: 'success';
      /** The answer without the fields that say success. */
      readonly value: unknown;
      /** The digits of integers that a double would round. In `value` they are strings. */
      readonly large: readonly string[];
    }
  | { readonly kind: 'failure'; readonly code: number | undefined; readonly message: string | undefined }
  | { readonly kind: 'unreadable'; readonly problem: ResponseProblem };

type Envelope = (typeof envelopes)[string];

const [defaultName] = Object.keys(envelopes);

/** Reads an answer: by the envelope of its operation, or by the HTTP status if it has none. */
export function readAnswer(
  { envelope, answer }: Pick<Operation, 'envelope' | 'answer'>,
  reply: Reply,
): Reading {
  if (envelope === '') return readByStatus(answer, reply);
  return readEnvelope(envelope, reply);
}

/** A successful answer with this result, as it is sent. */
export function answerWith({ envelope }: Pick<Operation, 'envelope'>, result: unknown): unknown {
  const known = envelopes[envelope];
  if (known === undefined) return result;
  const [code, message, [ok], flag, field] = known;
  return {
    [code]: ok,
    [message]: 'ok',
    ...(flag && { [flag]: true }),
    ...(field === undefined ? Object(result) : { [field]: result }),
  };
}

/** The result in the value of a successful reading: one field of it, if the envelope says so. */
export function resultOf({ envelope }: Pick<Operation, 'envelope'>, value: unknown): unknown {
  const field = envelopes[envelope]?.[4];
  return field === undefined ? value : Object(value)[field];
}

/**
 * Reads an answer whose HTTP status says whether the call succeeded. A failure may come in the usual envelope of other
 * calls all the same: with an HTTP error, or where a file was expected and JSON is sent.
 */
function readByStatus(kind: Operation['answer'], reply: Reply): Reading {
  const { status, text, bytes } = reply;
  const isSuccess = status >= 200 && status <= 299;
  const mayFail = !isSuccess || kind === 'bytes' || kind === 'text';
  if (defaultName !== undefined && mayFail && /json/.test(reply.headers.get('content-type') ?? '')) {
    const reading = readEnvelope(defaultName, reply);
    if (reading.kind === 'failure') return reading;
  }
  if (!isSuccess) return { kind: 'failure', code: status, message: text };
  const success = (value: unknown, large: readonly string[] = []): Reading => ({
    kind: 'success',
    value,
    large,
  });
  if (kind === 'none' || (text === '' && (kind === 'any' || status === 204 || status === 205)))
    return success(undefined);
  if (kind === 'bytes') return success(bytes ?? new TextEncoder().encode(text));
  if (kind === 'text') return success(text);
  try {
    const { value, large } = parseExact(text);
    return success(value, large);
  } catch (error) {
    if (error instanceof TooDeepError) return unreadable('too-deep');
    return kind === 'any' ? success(text) : unreadable(problemOf(reply));
  }
}

/**
 * Reads an answer by its envelope, and removes the envelope's fields from a success. Also understands an
 * answer in another envelope, because nobody documents how endpoints with their own envelope report a
 * failure. The content type matters only if the body is not JSON.
 */
export function readEnvelope(name: string, reply: Reply): Reading {
  const parsed = parse(reply.text);
  if (parsed === 'too-deep') return unreadable(parsed);
  if (!parsed) return unreadable(problemOf(reply));
  const { body, large } = parsed;
  const own = envelopes[name];
  const found =
    body &&
    [own, ...Object.values(envelopes)].find(
      (candidate) => candidate && codeOf(candidate, body) !== undefined,
    );
  // Only the default envelope is documented to be in every answer.
  const envelope = found ?? (name === defaultName ? undefined : own);
  if (!body || !envelope) return unreadable('no-envelope');

  const [codeField, messageField, ok, flag] = envelope;
  const code = codeOf(envelope, body);
  const isFailure = code !== undefined && !ok.includes(code);
  if (flag && code !== undefined && body[flag] === isFailure) return unreadable('contradiction');
  if (isFailure || (flag && body[flag] === false)) {
    const message = body[messageField];
    return { kind: 'failure', code, message: typeof message === 'string' ? message : undefined };
  }
  // A server error with a success in it is a proxy's or a bug's: neither can be trusted.
  if (reply.status < 200 || reply.status > 299) return unreadable('status');
  for (const field of [codeField, messageField, flag]) if (field) delete body[field];
  return { kind: 'success', value: body, large };
}

function unreadable(problem: ResponseProblem): Reading {
  return { kind: 'unreadable', problem };
}

function parse(
  text: string,
): { body: Record<string, unknown> | undefined; large: readonly string[] } | 'too-deep' | undefined {
  try {
    const { value, large } = parseExact(text);
    const isObject = value && typeof value === 'object' && !Array.isArray(value);
    // A JSON object has string keys.
    return { body: isObject ? (value as Record<string, unknown>) : undefined, large };
  } catch (error) {
    if (error instanceof TooDeepError) return 'too-deep';
    // Not swallowed: the caller reports an unreadable answer with a redacted excerpt. The parser's message is
    // not redacted.
    return undefined;
  }
}

function problemOf(reply: Reply): ResponseProblem {
  const start = reply.text.trim().charAt(0);
  if (!start) return 'empty';
  if (start === '<') return 'html';
  if (start === '{' || start === '[') return 'truncated';
  return /json/.test(reply.headers.get('content-type') ?? 'json') ? 'not-json' : 'content-type';
}

function codeOf([field]: Envelope, body: Record<string, unknown>): number | undefined {
  const code = Object.hasOwn(body, field) ? body[field] : undefined;
  if (typeof code === 'number') return code;
  // Some pages type status_code as a string.
  return typeof code === 'string' && /^-?\d+$/.test(code) ? Number(code) : undefined;
}
