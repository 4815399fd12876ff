import { ErrorCode, type ErrorName } from '../../generated/error-codes.ts';
import { tokenOperation } from '../../generated/profile.ts';
import { isObject } from '../base/is-object.ts';
import { DRIFTS, type Drift } from './drift.ts';

/** An answer that a test gives instead of the sandbox. An object is sent as JSON. */
export interface SandboxAnswer {
  /** The HTTP status. Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

/** A request as the sandbox saw it, without its token. */
export interface SandboxRequest {
  /** The operationId; undefined if the specification does not have the path. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The query. It and the body are empty for a request for a token. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The body as text, unchanged. */
  readonly body: string;
}

/** A replacement for the usual answer of a call. */
export type Scenario<N extends string = ErrorName> =
  /** The named error. */
  | { readonly error: N }
  /** A code, documented or not. */
  | { readonly code: number; readonly message?: string }
  /** The usual answer after a delay in milliseconds. */
  | { readonly slow: number }
  /** No answer, or an answer that stops in the middle of its body. */
  | { readonly stall: 'headers' | 'body' }
  /** An HTML page with this status, as from a proxy. */
  | { readonly html: number }
  /** A JSON failure with this HTTP status. */
  | { readonly status: number }
  /** The usual answer, cut off in the middle. */
  | { readonly truncated: true }
  | { readonly empty: true }
  /** The connection breaks. */
  | { readonly reset: true }
  /** A limit storm: this number of calls, including this one, are refused with 10052 and 10053 in turn. */
  | { readonly storm: number }
  /** The usual answer with one difference from the specification; `at` is a JSON pointer. */
  | { readonly drift: Drift; readonly at?: string }
  /** An answer of the test. */
  | { readonly answer: SandboxAnswer }
  /** The scenario that a function returns for the call; the usual answer if it returns undefined. */
  | { readonly decide: (request: SandboxRequest) => Scenario | undefined | Promise<Scenario | undefined> };

const PREFIX = 'sandbox:';
/** The maximum depth of a magic value in a body. */
const DEEPEST = 8;

/** Parses the text of a scenario without its prefix: `error:OpportunityNotFound`, `slow:500`, `html502` … */
export function parseScenario(text: string): Scenario | undefined {
  const [word = '', value = '', at] = text.split(':');
  const number = Number(value);
  const isCount = /^\d+$/.test(value);
  switch (word) {
    case 'error':
      return isErrorName(value) ? { error: value } : undefined;
    case 'code':
      return /^-?\d+$/.test(value) ? { code: number } : undefined;
    case 'slow':
      return isCount ? { slow: number } : undefined;
    case 'stall':
      return value === '' ? { stall: 'headers' } : value === 'body' ? { stall: 'body' } : undefined;
    case 'storm':
      return value === '' ? { storm: 10 } : isCount ? { storm: number } : undefined;
    case 'truncated':
      return { truncated: true };
    case 'empty':
      return { empty: true };
    case 'reset':
      return { reset: true };
    case 'drift': {
      const drift = DRIFTS.find((name) => name === (value || 'rename'));
      return drift && { drift, ...(at !== undefined && { at }) };
    }
    default:
      return statusScenario(word);
  }
}

/** Parses `html502` and `http500`. */
function statusScenario(word: string): Scenario | undefined {
  const [, kind, digits] = /^(html|http)([1-5]\d\d)$/.exec(word) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'html' ? { html: Number(digits) } : { status: Number(digits) };
}

function isErrorName(name: string): name is ErrorName {
  return Object.hasOwn(ErrorCode, name);
}

/** The texts after `sandbox:` of all magic values in a call's arguments. */
export function magicValues(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.startsWith(PREFIX) ? [value.slice(PREFIX.length)] : [];
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => magicValues(item, depth + 1));
  return isObject(value) ? Object.values(value).flatMap((item) => magicValues(item, depth + 1)) : [];
}

/** When a scenario of `when` applies. */
export interface WhenOptions {
  /** The number of calls that it applies to. Default: all. */
  readonly times?: number;
  /** The number of calls to skip before it applies. */
  readonly after?: number;
}

/** The scenarios of `when`. */
export interface Script {
  /** Sets a scenario for an operation, for a path, or for all operations except the token's (`*`). */
  when(target: string, scenario: Scenario, options?: WhenOptions): void;
  /** Returns the scenario of a call and counts the call. Order: the newest for the operation, for the path, for `*`. */
  next(operation: string | undefined, path: string): Scenario | undefined;
  clear(): void;
}

interface Cue {
  readonly scenario: Scenario;
  after: number;
  times: number;
}

/** A script without scenarios. */
export function createScript(): Script {
  const cues = new Map<string, Cue[]>();
  const take = (target: string): Scenario | undefined => {
    for (const cue of cues.get(target) ?? []) {
      if (cue.after > 0) cue.after--;
      else if (cue.times > 0) {
        cue.times--;
        return cue.scenario;
      }
    }
    return undefined;
  };
  return {
    when(target, scenario, { times = Infinity, after = 0 } = {}) {
      cues.set(target, [{ scenario, after, times }, ...(cues.get(target) ?? [])]);
    },
    next(operation, path) {
      const own = operation === undefined ? undefined : take(operation);
      return own ?? take(path) ?? (operation === tokenOperation ? undefined : take('*'));
    },
    clear: () => cues.clear(),
  };
}
