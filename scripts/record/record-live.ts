import {
  type AnswerObserver,
  createMemoryStore,
  createWeiban,
  isWeibanError,
  type TokenStore,
} from 'weiban-openapi';
import * as functions from 'weiban-openapi/operations';
import { RecordingError } from 'weiban-openapi/record';
import type { RecordedCall } from './calls.ts';

/** Options of {@link recordLive}. */
export interface LiveOptions {
  readonly baseUrl: string;
  readonly corpId: string;
  readonly secret: string;
  readonly calls: readonly RecordedCall[];
  readonly record: AnswerObserver;
  /** Receives every token that is issued, because recordings must not contain one. */
  readonly secrets: Set<string>;
  /** Called after each call, with the number of calls so far. */
  readonly onCall: (done: number, outcome: CallOutcome) => void;
}

/** The result of one call. An error of the API is an answer like any other. */
export interface CallOutcome {
  /** The operationId. */
  readonly operation: string;
  readonly became: 'answered' | 'failed' | 'refused' | 'broken';
  /** The reason, for all but `answered`. Contains no values. */
  readonly why?: string;
}

/**
 * Makes the calls one after the other, within the client's limits, and records their answers.
 * @throws any error that comes neither from the API nor from the client nor from the recorder.
 */
export async function recordLive(options: LiveOptions): Promise<CallOutcome[]> {
  const { baseUrl, corpId, secret, calls, record, secrets, onCall } = options;
  const weiban = createWeiban({ baseUrl, corpId, secret, record, tokens: createObservedStore(secrets) });
  const outcomes: CallOutcome[] = [];
  for (const { operation, params } of calls) {
    // Each operation has a function of the same name. The server checks the arguments.
    const call = Reflect.get(functions, operation.id) as (caller: object, params: object) => Promise<unknown>;
    const outcome = await call(weiban, params).then(
      (): CallOutcome => ({ operation: operation.id, became: 'answered' }),
      (error: unknown) => outcomeOf(operation.id, error),
    );
    outcomes.push(outcome);
    onCall(outcomes.length, outcome);
  }
  return outcomes;
}

/** @throws the error if it is neither a WeibanError nor a RecordingError. */
function outcomeOf(operation: string, error: unknown): CallOutcome {
  if (error instanceof RecordingError) return { operation, became: 'refused', why: error.message };
  if (!isWeibanError(error)) throw error;
  if (error.kind === 'api') return { operation, became: 'failed', why: `error ${error.code}` };
  return { operation, became: 'broken', why: error.message };
}

/** Creates a token store that adds every token to `secrets`. */
function createObservedStore(secrets: Set<string>): TokenStore {
  const store = createMemoryStore();
  return {
    read: store.read,
    async update(key, change) {
      const stored = await store.update(key, change);
      secrets.add(stored.token);
      return stored;
    },
  };
}
