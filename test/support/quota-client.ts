import { operations } from '../../generated/operations.ts';
import { type Clock, createWeiban, type FetchLike, type Gate, type TokenStore } from '../../src/index.ts';
import { fastClock } from './clocks.ts';

/** How the calls of one process are made. */
export interface QuotaRun {
  readonly url: string;
  readonly calls: number;
  /** How many times as fast as the real one the client's time goes. */
  readonly factor: number;
  /** Calls to one endpoint within a minute of the client's time. */
  readonly minute: number;
  /** Over how many endpoints; all of `reads` when left out. */
  readonly endpoints?: number;
  readonly gate?: Gate;
  /** The client's time, and what it sends with; the real one at that factor, and `fetch`, when left out. */
  readonly traffic?: { readonly clock: Clock; readonly fetch: FetchLike };
  readonly tokens?: TokenStore;
  /** The arguments of a call, for a server that looks at them; none when left out. */
  readonly paramsOf?: (row: string) => Readonly<Record<string, unknown>>;
}

/** The endpoints that are called, 20 of them. */
export const reads = operations.filter((row) => /^GET \S+ rr/.test(row)).slice(0, 20);

/** What the calls of one process came to. */
export interface QuotaOutcome {
  readonly answered: number;
  /** What the others failed with, the first few. */
  readonly failed: readonly string[];
  /** When the first call began and the last one ended: milliseconds since the epoch. */
  readonly begun: number;
  readonly ended: number;
}

/** Makes so many calls at once over the endpoints. */
export async function runCalls({
  url,
  calls,
  factor,
  minute,
  endpoints = reads.length,
  gate,
  tokens,
  traffic = { clock: fastClock(factor), fetch },
  paramsOf = () => ({}),
}: QuotaRun): Promise<QuotaOutcome> {
  const begun = Date.now();
  const weiban = createWeiban({
    corpId: 'corp-1',
    secret: 'secret-of-corp-1',
    baseUrl: url,
    ...traffic,
    timeout: Infinity,
    // A busy machine may take any time over an answer.
    attemptTimeout: Infinity,
    limits: { inFlight: 5, windows: { read: { minute, hour: minute * 60 } } },
    // A limit code is to show, not to be waited out.
    retry: false,
    gate: gate && scaled(gate, factor),
    tokens,
  });
  const all = Array.from({ length: calls }, (_, at) => {
    const row = reads[at % endpoints] ?? '';
    return weiban['~call'](row, paramsOf(row));
  });
  const settled = await Promise.allSettled(all);
  const failed = settled.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  return { answered: settled.length - failed.length, failed: failed.slice(0, 3), begun, ended: Date.now() };
}

/** A gate whose time is the real one, for a client whose time is faster. */
function scaled(gate: Gate, factor: number): Gate {
  const slowed = (call: Parameters<Gate['enter']>[0]) => ({
    ...call,
    windows: call.windows.map(([span, most]) => [span / factor, most] as const),
  });
  return {
    async enter(call, signal) {
      const answer = await gate.enter(slowed(call), signal);
      return typeof answer === 'function' ? answer : { ...answer, wait: answer.wait * factor };
    },
    pause: (call, milliseconds) => gate.pause(slowed(call), milliseconds / factor),
  };
}
