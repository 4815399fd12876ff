import { onTestFinished } from 'vitest';
import { createWeiban, type Weiban, type WeibanOptions } from '../../src/index.ts';
import { type FakeWeiban, type FakeWeibanOptions, startFakeWeiban } from './fake-weiban.ts';
import { opportunity } from './opportunity.ts';
import { followTraffic, type Traffic } from './traffic.ts';

export const credentials = { corpId: 'corp-1', secret: 'secret-of-corp-1' };

/** Starts a server that is closed at the end of the test. */
export async function serve(options: Partial<FakeWeibanOptions> = {}): Promise<FakeWeiban> {
  const opportunities = { [opportunity.serial_number]: opportunity };
  const server = await startFakeWeiban({ ...credentials, opportunities, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** Starts a server and creates a client of it. */
export async function serveWeiban(
  options: Partial<FakeWeibanOptions> = {},
  client: WeibanOptions = {},
): Promise<{ server: FakeWeiban; weiban: Weiban }> {
  const server = await serve(options);
  const { corpId, secret } = { ...credentials, ...options };
  return { server, weiban: createWeiban({ corpId, secret, baseUrl: server.url, ...client }) };
}

/**
 * The same with a client that never really waits: its clock stands still while a request is under way, and jumps to the
 * next timer otherwise. Only for clients that wait for requests and timers, not for files, modules or Redis.
 */
export async function serveWithoutWaiting(
  options: Partial<FakeWeibanOptions> = {},
  client: WeibanOptions = {},
): Promise<{ server: FakeWeiban; weiban: Weiban; stall: Traffic['stall'] }> {
  const { fetch, clock, stall } = followTraffic(client.fetch);
  return { ...(await serveWeiban(options, { ...client, fetch, clock })), stall };
}

/** Returns the reason with which a promise rejects. Throws if the promise does not reject. */
export async function rejectionOf(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

/** Collects everything that an iterable yields. */
export async function collect<T>(given: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of given) found.push(item);
  return found;
}
