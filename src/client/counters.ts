import type { Hooks } from '../base/hooks.ts';

/** What one operation has come to so far. */
export interface OperationCounts {
  readonly requests: number;
  readonly retries: number;
  /** Calls that had to wait for their turn. */
  readonly waits: number;
  /** Requests that failed, by the error's code where it has one, else by its kind. */
  readonly failures: Readonly<Record<string, number>>;
  /** Milliseconds between request and answer, in total. */
  readonly duration: number;
}

/** What a client has come to so far; every number only grows. */
export interface Counts {
  readonly operations: Readonly<Record<string, OperationCounts>>;
  readonly tokens: { readonly issued: number; readonly failed: number };
}

/** Counters, for a metrics library to read when it collects. */
export interface Counters {
  /** For `createWeiban({ hooks })`; several clients may share them. */
  readonly hooks: Hooks;
  /** A copy of the counts as they stand. */
  read(): Counts;
}

/**
 * Counts what happens, by operation.
 *
 * @example const counters = createCounters(); createWeiban({ hooks: counters.hooks }); counters.read().operations
 */
export function createCounters(): Counters {
  const operations = new Map<string, { -readonly [K in keyof OperationCounts]: OperationCounts[K] }>();
  const tokens = { issued: 0, failed: 0 };
  const of = (operation: string) => {
    const counts = operations.get(operation) ?? {
      requests: 0,
      retries: 0,
      waits: 0,
      failures: {},
      duration: 0,
    };
    operations.set(operation, counts);
    return counts;
  };
  return {
    hooks: {
      onRequest: ({ operation }) => void of(operation).requests++,
      onRetry: ({ operation }) => void of(operation).retries++,
      onWait: ({ operation }) => void of(operation).waits++,
      onResponse: ({ operation, duration, error }) => {
        const counts = of(operation);
        counts.duration += duration;
        if (!error) return;
        const name = String(error.code ?? error.kind);
        counts.failures = { ...counts.failures, [name]: (counts.failures[name] ?? 0) + 1 };
      },
      onToken: ({ error }) => void (error ? tokens.failed++ : tokens.issued++),
    },
    read: () => ({
      operations: Object.fromEntries(Array.from(operations, ([name, counts]) => [name, { ...counts }])),
      tokens: { ...tokens },
    }),
  };
}
