// The sandbox in the role of the fake server of the client's own tests, with the interface of `fake-weiban.ts`.

import { basePath, operations } from '../../generated/operations.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import { serveHttp } from '../../src/base/serve-http.ts';
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';
import type { Scenario } from '../../src/sandbox/scenarios.ts';
import type { FakeAnswer, FakeWeiban, FakeWeibanOptions } from './fake-weiban.ts';

type Seen = FakeWeiban['seen'][number];

/** Starts a sandbox that issues the tokens that a test expects, and that answers with the test's handlers. */
export async function startFakeWeiban(options: FakeWeibanOptions): Promise<FakeWeiban> {
  const { corpId, secret, expiresIn, makeToken = (count) => `token-${count}`, opportunities = {} } = options;
  const sandbox = createSandbox({
    corpId,
    secret,
    makeToken,
    limits: false,
    ...(expiresIn !== undefined && { tokenLifetime: expiresIn }),
  });
  const seen: Seen[] = [];
  const handlers = new Map<string, Parameters<FakeWeiban['answer']>[1]>();
  const byPath = new Map(operations.map((row) => [parseOperation(row).path, parseOperation(row).id]));

  const server = await serveHttp(
    async (request) => {
      const url = new URL(request.url);
      const text = await request.clone().text();
      const { method } = request;
      const headers = Object.fromEntries(request.headers);
      const received: Seen = { method, path: url.pathname, query: url.searchParams, headers, body: text };
      seen.push(received);
      if (byPath.get(url.pathname) === 'accessTokenGet') await options.beforeToken?.();
      return sandbox.handle(request);
    },
    '127.0.0.1',
    0,
  );
  for (const opportunity of Object.values(opportunities)) sandbox.put('opportunityOne', opportunity);

  return {
    url: server.url,
    seen,
    seenAt: (path) => seen.filter((request) => request.path === `${basePath}/${path}`),
    answer(path, handler) {
      const isNew = !handlers.has(path);
      handlers.set(path, handler);
      const target = `${basePath}/${path}` as const;
      const decide = async () => {
        const request = seen.findLast(({ path: at }) => at === target);
        const given = request && (await handlers.get(path)?.(request));
        return given && scenarioOf(given);
      };
      if (isNew) sandbox.when(target, { decide });
    },
    revokeTokens: sandbox.revokeTokens,
    close: server.close,
  };
}

function scenarioOf({ instead, ...answer }: FakeAnswer): Scenario {
  if (instead === 'hang') return { stall: 'headers' };
  return instead === 'reset' ? { reset: true } : { answer };
}
