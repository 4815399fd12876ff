import { systemClock } from '../../../src/base/clock.ts';
import { createWeiban } from '../../../src/client/create-weiban.ts';
import { createSandbox, type OperationId } from '../../../src/sandbox/create-sandbox.ts';
import type { Scenario } from '../../../src/sandbox/scenarios.ts';
import type { AnswerReport } from '../../../src/validate/report.ts';
import { type Step, watchedFetch } from './exchange-log.ts';
import { type DriftTargets, type Outcome, paceOf, scenarioFor } from './outcomes.ts';
import { createPageClock } from './page-clock.ts';
import type { TryData } from './try-data.ts';

/** One answer of a call, or one page of a list. */
export interface CallResult {
  readonly ending:
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'error'; readonly error: unknown }
    /** There are no more pages. */
    | { readonly kind: 'end' };
  /** What went over the wire, without tokens. */
  readonly steps: readonly Step[];
  /** How the answer departs from the specification, if it was asked to. */
  readonly report: AnswerReport | undefined;
  /** Gets the next page; undefined if there is none. */
  readonly next: (() => Promise<CallResult>) | undefined;
}

/** The client and the sandbox of a page. Every call sees the writes of those before it. */
export interface Playground {
  call(
    operation: Pick<TryData, 'id' | 'method' | 'isList' | keyof DriftTargets>,
    values: Readonly<Record<string, unknown>>,
    outcome: Outcome,
  ): Promise<CallResult>;
}

// The example arguments of the token's operation, so that it can be tried like any other.
const CREDENTIALS = { corpId: '1700000000000000001', secret: 'example-secret' };
/** Few enough that a reader reaches the last page. */
const ROWS = 75;

/** Creates a client that calls a sandbox of its own. Nothing is sent anywhere. */
export function createPlayground(machine = systemClock): Playground {
  const clock = createPageClock(machine);
  let steps: Step[] = [];
  let report: AnswerReport | undefined;
  let asked: { readonly id: string; readonly scenario: Scenario } | undefined;

  const decide = ({ operation }: { readonly operation: string | undefined }): Scenario | undefined => {
    if (asked === undefined || operation !== asked.id) return undefined;
    const { scenario } = asked;
    // Only for this one request: the client may send the call again.
    asked = undefined;
    return scenario;
  };
  const sandbox = createSandbox({ ...CREDENTIALS, rows: ROWS, clock });
  const weiban = createWeiban({
    ...CREDENTIALS,
    clock,
    fetch: watchedFetch(sandbox.handle, clock.now, (step) => steps.push(step)),
    async validate({ operation, text, isSuccess }) {
      if (!isSuccess || !isWatching) return;
      const { checkAnswer } = await import('../../../src/validate/check-answer.ts');
      report = await checkAnswer(operation, text);
    },
  });
  let isWatching = false;

  /** Runs one part of a call, and collects what happens meanwhile. */
  const watch = async (
    work: () => Promise<CallResult['ending']>,
    next: CallResult['next'],
  ): Promise<CallResult> => {
    steps = [];
    report = undefined;
    const ending = await work().catch((error: unknown) => ({ kind: 'error', error }) as const);
    return { ending, steps, report, next: ending.kind === 'value' ? next : undefined };
  };

  return {
    async call({ id, method, isList, ...targets }, values, outcome) {
      clock.setPace(paceOf(outcome));
      isWatching = outcome.kind === 'drift';
      const scenario = scenarioFor(outcome, targets);
      asked = scenario && { id, scenario };
      // Every operation of the page's data is one of the specification's.
      if (asked) sandbox.when(id as OperationId, { decide }, { times: 1 });
      if (outcome.kind === 'expired') sandbox.revokeTokens();
      const call = methodAt(weiban, method);
      if (!isList) return watch(async () => ({ kind: 'value', value: await call(values) }), undefined);
      const pages = call.pages(values);
      const next = () =>
        watch(async () => {
          const { value, done } = await pages.next();
          return done ? { kind: 'end' } : { kind: 'value', value };
        }, next);
      return next();
    },
  };
}

interface Method {
  (values: object): Promise<unknown>;
  pages(values: object): AsyncGenerator<unknown>;
}

/** A method of the client by its name, such as `staff.list`. */
function methodAt(weiban: object, name: string): Method {
  const method = name.split('.').reduce<unknown>((value, part) => Reflect.get(Object(value), part), weiban);
  // The data of the page is made from the same specification as the client, whose methods all have this form.
  return method as Method;
}
