import type { ResponseProblem } from '../../generated/client.ts';
import { envelopes } from '../../generated/operations.ts';
import { parseExact, TooDeepError } from './exact-json.ts';
import type { Reply } from './exchange.ts';
import type { EnvelopeName } from './operation.ts';

/** What the envelope of an answer says. */
export type Reading =
  | {
      readonly kind: 'success';
      readonly value: Record<string, unknown>;
      /** The digits of integers that a double would round. In `value` they are strings. */
      readonly large: readonly string[];
    }
  | { readonly kind: 'failure'; readonly code: number | undefined; readonly message: string | undefined }
  | { readonly kind: 'unreadable'; readonly problem: ResponseProblem };

type Envelope = readonly [code: string, message: string, ok: readonly number[], flag?: string];

const table: Record<string, Envelope> = envelopes;
const [defaultName] = Object.keys(envelopes);

/**
 * Reads an answer by its envelope, and removes the envelope's fields from a success. Also understands an
 * answer in another envelope, because nobody documents how endpoints with their own envelope report a
 * failure. The content type matters only if the body is not JSON.
 */
export function readEnvelope(name: EnvelopeName, reply: Reply): Reading {
  const parsed = parse(reply.text);
  if (parsed === 'too-deep') return unreadable(parsed);
  if (!parsed) return unreadable(problemOf(reply));
  const { body, large } = parsed;
  const own = table[name];
  const found =
    body &&
    [own, ...Object.values(table)].find((candidate) => candidate && codeOf(candidate, body) !== undefined);
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
