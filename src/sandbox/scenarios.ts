import { ErrorCode, type ErrorName } from '../../generated/error-codes.ts';
import { DRIFTS, type Drift } from './drift.ts';
import { isObject } from './paths.ts';

/** An answer that a test gives in the sandbox's place; an object goes out as JSON. */
export interface SandboxAnswer {
  /** 200 when left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

/** A request as the sandbox saw it, without its token. */
export interface SandboxRequest {
  /** The operationId; undefined for a path that the specification does not know. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** Of a request for a token nothing, and no body either. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** As it came. */
  readonly body: string;
}

/** What a call comes to in place of its usual answer. */
export type Scenario<N extends string = ErrorName> =
  /** The named error. */
  | { readonly error: N }
  /** A code, documented or not. */
  | { readonly code: number; readonly message?: string }
  /** The usual answer, so many milliseconds later. */
  | { readonly slow: number }
  /** No answer, or one that stops in the middle of its body. */
  | { readonly stall: 'headers' | 'body' }
  /** A page of HTML with that status, as a proxy gives it. */
  | { readonly html: number }
  /** A JSON failure with that HTTP status. */
  | { readonly status: number }
  /** The usual answer, cut off in the middle. */
  | { readonly truncated: true }
  | { readonly empty: true }
  /** The connection breaks. */
  | { readonly reset: true }
  /** This and the next calls, so many in all, are refused for the limits: 10052 and 10053 in turn. */
  | { readonly storm: number }
  /** The usual answer with one thing in it that the specification does not say; `at` is a JSON pointer. */
  | { readonly drift: Drift; readonly at?: string }
  /** An answer of the test's own. */
  | { readonly answer: SandboxAnswer }
  /** What the function says for the call: a scenario, or the usual answer where it gives none. */
  | { readonly decide: (request: SandboxRequest) => Scenario | undefined | Promise<Scenario | undefined> };

const PREFIX = 'sandbox:';
/** How deep in a body a magic value is looked for. */
const DEEPEST = 8;

/** The scenario that some text names, without its prefix: `error:OpportunityNotFound`, `slow:500`, `html502` … */
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
      const drift = DRIFTS.find((each) => each === (value || 'rename'));
      return drift && { drift, ...(at !== undefined && { at }) };
    }
    default:
      return statusScenario(word);
  }
}

/** `html502` and `http500`. */
function statusScenario(word: string): Scenario | undefined {
  const [, kind, digits] = /^(html|http)([1-5]\d\d)$/.exec(word) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'html' ? { html: Number(digits) } : { status: Number(digits) };
}

function isErrorName(name: string): name is ErrorName {
  return Object.hasOwn(ErrorCode, name);
}

/** The texts after `sandbox:` of all magic values among a call's arguments. */
export function magicValues(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.startsWith(PREFIX) ? [value.slice(PREFIX.length)] : [];
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => magicValues(item, depth + 1));
  return isObject(value) ? Object.values(value).flatMap((item) => magicValues(item, depth + 1)) : [];
}

/** When a scenario that was set by hand plays. */
export interface WhenOptions {
  /** How many calls it is for; all when left out. */
  readonly times?: number;
  /** How many calls go by before it begins. */
  readonly after?: number;
}

/** The scenarios that were set by hand. */
export interface Script {
  /** Sets a scenario for an operation, for a path, or for all operations but the token's, which is `*`. */
  when(target: string, scenario: Scenario, options?: WhenOptions): void;
  /** The scenario of a call, and counts it. The newest one for the operation comes before the path's, before `*`. */
  next(operation: string | undefined, path: string): Scenario | undefined;
  clear(): void;
}

interface Cue {
  readonly scenario: Scenario;
  after: number;
  times: number;
}

/** A script with no scenario in it. */
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
      return own ?? take(path) ?? (operation === 'accessTokenGet' ? undefined : take('*'));
    },
    clear: () => cues.clear(),
  };
}
