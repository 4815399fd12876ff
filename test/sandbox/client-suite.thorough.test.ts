// Runs the client's tests over HTTP again, with the sandbox as their server.
import { describe, expect, test, vi } from 'vitest';
import { startFakeWeiban } from '../support/fake-weiban.ts';
import * as faultyServer from '../support/faulty-server.ts';

vi.mock('../support/fake-weiban.ts', () => import('../support/sandbox-as-fake.ts'));
vi.mock('../support/faulty-server.ts', () => import('../support/sandbox-as-faulty.ts'));

test('the servers are the sandbox', () => {
  for (const start of [startFakeWeiban, faultyServer.startFaultyServer]) {
    expect(String(start)).toContain('createSandbox');
  }
});

describe('methods', () => import('../e2e/methods.test.ts').then(() => undefined));
describe('token', () => import('../e2e/token.test.ts').then(() => undefined));
describe('pages', () => import('../e2e/pages.test.ts').then(() => undefined));
describe('abort', () => import('../e2e/abort.test.ts').then(() => undefined));
describe('hooks', () => import('../e2e/hooks.test.ts').then(() => undefined));
describe('http', () => import('../e2e/http.test.ts').then(() => undefined));
describe('companies', () => import('../e2e/companies.test.ts').then(() => undefined));
describe('exact', () => import('../e2e/exact.test.ts').then(() => undefined));
describe('observers', () => import('../e2e/observers.test.ts').then(() => undefined));
describe('leaks', () => import('../e2e/leaks.test.ts').then(() => undefined));
describe('fault matrix', () => import('../e2e/fault-matrix.test.ts').then(() => undefined));
