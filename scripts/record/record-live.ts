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

/** What {@link recordLive} takes. */
export interface LiveOptions {
  readonly baseUrl: string;
  readonly corpId: string;
  readonly secret: string;
  readonly calls: readonly RecordedCall[];
  readonly record: AnswerObserver;
  /** Every token that is issued is added, so that the recorder knows what no recording may hold. */
  readonly secrets: Set<string>;
  /** Told of each call that is done. */
  readonly onCall: (done: number, outcome: CallOutcome) => void;
}

/** What became of one call; a failure of the API's is an answer like any other. */
export interface CallOutcome {
  /** The operationId. */
  readonly operation: string;
  readonly became: 'answered' | 'failed' | 'refused' | 'broken';
  /** Why, for all but `answered`; free of values. */
  readonly why?: string;
}

/** Makes the calls one after the other, within the client's own limits, and has their answers recorded. */
export async function recordLive(options: LiveOptions): Promise<CallOutcome[]> {
  const { baseUrl, corpId, secret, calls, record, secrets, onCall } = options;
  const weiban = createWeiban({ baseUrl, corpId, secret, record, tokens: learning(secrets) });
  const outcomes: CallOutcome[] = [];
  for (const { operation, params } of calls) {
    // Sound: each operation has a function of its name, and what the arguments are is the server's to judge.
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

/** @throws what is neither the API's failure nor the recorder's refusal. */
function outcomeOf(operation: string, error: unknown): CallOutcome {
  if (error instanceof RecordingError) return { operation, became: 'refused', why: error.message };
  if (!isWeibanError(error)) throw error;
  if (error.kind === 'api') return { operation, became: 'failed', why: `error ${error.code}` };
  return { operation, became: 'broken', why: error.message };
}

/** A store that tells which tokens there are. */
function learning(secrets: Set<string>): TokenStore {
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
