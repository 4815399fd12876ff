import { afterEach } from 'vitest';
import { createWeiban, type Weiban, type WeibanOptions } from '../../src/index.ts';
import { type FakeWeiban, type FakeWeibanOptions, startFakeWeiban } from './fake-weiban.ts';
import { opportunity } from './opportunity.ts';

export const credentials = { corpId: 'corp-1', secret: 'secret-of-corp-1' };

const running: FakeWeiban[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Starts a server that is closed at the end of the test. */
export async function serve(options: Partial<FakeWeibanOptions> = {}): Promise<FakeWeiban> {
  const opportunities = { [opportunity.serial_number]: opportunity };
  const server = await startFakeWeiban({ ...credentials, opportunities, ...options });
  running.push(server);
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
