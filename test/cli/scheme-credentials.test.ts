import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { credentialRows, schemeRows } from '../../src/cli/config/credential-rows.ts';
import { resolveCredentials } from '../../src/cli/config/resolve-credentials.ts';
import { longName } from '../../src/cli/flag-name.ts';
import { createSay } from '../../src/cli/messages/say.ts';
import { environmentOf } from '../../src/cli/sandbox.ts';
import { ownEnvironment } from './run-weiban.ts';

const rows = schemeRows([
  ['apiKey', false],
  ['login', true],
]);

const names: [name: string, scheme: string, isBasic: boolean, want: string[]][] = [
  ['camel case', 'apiKey', false, ['--api-key <credential> WEIBAN_API_KEY apiKey']],
  ['capitals', 'APIToken', false, ['--apitoken <credential> WEIBAN_APITOKEN apitoken']],
  ['dots', 'shop.key_v2', false, ['--shop-key-v2 <credential> WEIBAN_SHOP_KEY_V2 shopKeyV2']],
  [
    'HTTP basic',
    'login',
    true,
    [
      '--login-username <username> WEIBAN_LOGIN_USERNAME loginUsername',
      '--login-password <password> WEIBAN_LOGIN_PASSWORD loginPassword',
    ],
  ],
  [
    'the name of another flag',
    'secret',
    false,
    ['--credential-secret <credential> WEIBAN_CREDENTIAL_SECRET credentialSecret'],
  ],
  [
    'the negation of a flag',
    'noAuth',
    false,
    ['--credential-no-auth <credential> WEIBAN_CREDENTIAL_NO_AUTH credentialNoAuth'],
  ],
  ['no letters', '_', false, ['--credential <credential> WEIBAN_CREDENTIAL credential']],
];

test.each(names)('a scheme whose name is %s has a flag and a variable', (_, scheme, isBasic, want) => {
  const found = schemeRows([[scheme, isBasic]]);
  expect(found.map(({ flag, variable, name }) => `${flag.flags} ${variable} ${name}`)).toEqual(want);
});

/** The flags that stand beside those of credentials in some command, and those of every command. */
const beside = new Set([
  ...commands
    .filter(({ flags }) => credentialRows.some(({ flag }) => flags.includes(flag)))
    .flatMap(({ flags }) => flags.map((row) => longName(row.flags).replace(/^no-/, ''))),
  ...['help', 'lang', 'version'],
]);

test.each([...beside])('a scheme named %s leaves the flag of that name alone', (name) => {
  expect(schemeRows([[name, false]])[0]?.flag.flags).toBe(`--credential-${name} <credential>`);
});

test.each(['webhookToken', 'webhookAesKey', 'webhookReceiveId'])(
  'a scheme named %s leaves the variable of that name alone',
  (name) => {
    expect(schemeRows([[name, false]])[0]?.variable).toMatch(/^WEIBAN_CREDENTIAL_/);
  },
);

test('two schemes never share a flag', () => {
  const found = schemeRows([
    ['a_b', false],
    ['aB', false],
    ['a-b', false],
  ]);
  expect(found.map(({ variable }) => variable)).toEqual([
    'WEIBAN_A_B',
    'WEIBAN_CREDENTIAL_A_B',
    'WEIBAN_CREDENTIAL_A_B_2',
  ]);
});

function resolve(security: string[][], given: Record<string, string>, flags = {}) {
  let err = '';
  const context = {
    argv: [],
    hasJsonErrors: false,
    env: { ...ownEnvironment(), ...given },
    language: 'en' as const,
    say: createSay('en'),
    stdin: process.stdin,
    stdout: { write: () => true },
    stderr: {
      write: (text: string) => {
        err += text;
      },
    },
    signal: new AbortController().signal,
  };
  return resolveCredentials(context, flags, security, rows).then(({ credentials }) => ({ credentials, err }));
}

const both = { WEIBAN_API_KEY: 'k', WEIBAN_LOGIN_USERNAME: 'u', WEIBAN_LOGIN_PASSWORD: 'p' };
const login = { username: 'u', password: 'p' };
const found: [name: string, security: string[][], given: Record<string, string>, want: object][] = [
  ['one of two', [['apiKey'], ['login']], { WEIBAN_API_KEY: 'k' }, { apiKey: 'k' }],
  ['both together', [['apiKey', 'login']], both, { apiKey: 'k', login }],
  ['none where security is optional', [['apiKey'], []], {}, {}],
  ['none where there is no security', [], {}, {}],
];

test.each(found)('the command takes %s', async (_, security, given, want) => {
  expect(await resolve(security, given)).toEqual({ credentials: want, err: '' });
});

const missing: [name: string, security: string[][], given: Record<string, string>, want: RegExp][] = [
  ['the only one', [['apiKey']], {}, /^WEIBAN_API_KEY$/],
  ['half of a login', [['login']], { WEIBAN_LOGIN_USERNAME: 'u' }, /^WEIBAN_LOGIN_PASSWORD$/],
  ['one of two', [['apiKey', 'login']], { ...both, WEIBAN_API_KEY: '' }, /^WEIBAN_API_KEY$/],
  [
    'all alternatives',
    [['apiKey'], ['login']],
    {},
    /^WEIBAN_API_KEY \/ WEIBAN_LOGIN_USERNAME, WEIBAN_LOGIN_PASSWORD$/,
  ],
];

test.each(missing)('the error names the variables if the call lacks %s', async (_, security, given, want) => {
  await expect(resolve(security, given)).rejects.toMatchObject({
    said: 'noCredentials',
    slots: { missing: expect.stringMatching(want) },
  });
});

test('a credential in a flag works, with a warning that does not repeat it', async () => {
  const { credentials, err } = await resolve([['apiKey']], {}, { apiKey: 'CANARY' });
  expect(credentials).toEqual({ apiKey: 'CANARY' });
  expect(err).toMatch(/--api-key.*set WEIBAN_API_KEY/);
  expect(err).not.toContain('CANARY');
});

test('the sandbox prints a credential for every scheme, with which every call is sent', async () => {
  const server = { url: 'http://127.0.0.1:1', corpId: 'c', secret: 's' };
  expect(environmentOf(server, [])).toEqual(['WEIBAN_BASE_URL=http://127.0.0.1:1']);
  expect(environmentOf(server)).toEqual([
    'WEIBAN_BASE_URL=http://127.0.0.1:1',
    'WEIBAN_CORP_ID=c',
    'WEIBAN_SECRET=s',
  ]);
  const printed = environmentOf(server, rows).map((pair) => pair.split('='));
  expect((await resolve([['apiKey', 'login']], Object.fromEntries(printed))).credentials).toEqual({
    apiKey: 'sandbox-api-key',
    login: { username: 'sandbox-login-username', password: 'sandbox-login-password' },
  });
});
