import type { Hooks } from '../base/hooks.ts';

/** The counts of one operation so far. */
export interface OperationCounts {
  readonly requests: number;
  readonly retries: number;
  /** Calls that had to wait for their turn. */
  readonly waits: number;
  /** Failed requests, by the error's code if it has one, otherwise by its kind. */
  readonly failures: Readonly<Record<string, number>>;
  /** Total milliseconds between requests and their answers. */
  readonly duration: number;
}

/** The counts of a client so far. Every number only grows. */
export interface Counts {
  readonly operations: Readonly<Record<string, OperationCounts>>;
  readonly tokens: { readonly issued: number; readonly failed: number };
}

/** Counters that a metrics library can read when it collects. */
export interface Counters {
  /** For `createWeiban({ hooks })`; several clients may share them. */
  readonly hooks: Hooks;
  /** Returns a copy of the current counts. */
  read(): Counts;
}

/**
 * Creates counters of requests, retries, waits and failures by operation, and of tokens.
 *
 * @example const counters = createCounters(); createWeiban({ hooks: counters.hooks }); counters.read().operations
 */
export function createCounters(): Counters {
  const operations = new Map<string, { -readonly [K in keyof OperationCounts]: OperationCounts[K] }>();
  const tokens = { issued: 0, failed: 0 };
  const countsOf = (operation: string) => {
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
      onRequest: ({ operation }) => void countsOf(operation).requests++,
      onRetry: ({ operation }) => void countsOf(operation).retries++,
      onWait: ({ operation }) => void countsOf(operation).waits++,
      onResponse: ({ operation, duration, error }) => {
        const counts = countsOf(operation);
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
