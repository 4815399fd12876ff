import type { Clock, FetchLike } from '../../src/index.ts';
import { jumpingClock } from './clocks.ts';

/** A client's requests, and a clock that waits for them. */
export interface Traffic {
  /** The `fetch` of the client. */
  readonly fetch: FetchLike;
  /** Its time stops while a request is in flight that the server will answer. */
  readonly clock: Clock;
  /** Called by the server if the oldest request gets nothing more: no headers, or no more of the body. */
  stall(at: 'headers' | 'body'): void;
}

interface Exchange {
  /** Whether the client has the headers and waits for the body. */
  isReading: boolean;
  stallsAt?: 'headers' | 'body';
}

/** Follows the requests that are sent through `send`. */
export function followTraffic(send: FetchLike = fetch): Traffic {
  const exchanges = new Set<Exchange>();
  const isStalled = ({ isReading, stallsAt }: Exchange) =>
    stallsAt === 'headers' || (stallsAt === 'body' && isReading);
  return {
    clock: jumpingClock(() => [...exchanges].some((exchange) => !isStalled(exchange))),
    stall(at) {
      for (const exchange of exchanges) {
        if (exchange.stallsAt) continue;
        exchange.stallsAt = at;
        return;
      }
    },
    async fetch(url, init) {
      const exchange: Exchange = { isReading: false };
      exchanges.add(exchange);
      try {
        const response = await send(url, init);
        const { body } = response;
        const over = () => exchanges.delete(exchange);
        if (!body) over();
        else {
          const getReader = body.getReader.bind(body);
          // The client asks for the usual reader.
          body.getReader = (() => {
            const reader = getReader();
            exchange.isReading = true;
            reader.closed.then(over, over);
            return reader;
          }) as typeof body.getReader;
          const cancel = body.cancel.bind(body);
          body.cancel = (reason) => cancel(reason).finally(over);
        }
        return response;
      } catch (error) {
        exchanges.delete(exchange);
        throw error;
      }
    },
  };
}
