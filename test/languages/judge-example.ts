import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { createWebhookSender } from '../../src/webhooks/index.ts';
import { freePort } from '../support/free-port.ts';
import type { Printed, startProgram } from './run-program.ts';

/** Runs the example with some arguments, and environment variables besides. */
export type RunExample = (args: readonly string[], env: Readonly<Record<string, string>>) => Promise<Printed>;

/** What is wrong with how many vectors a program ran: it has to run all of them, file by file. */
export async function judgeVectors(run: RunExample, folder: string): Promise<string[]> {
  const { out } = await run(['vectors', folder], {});
  const wanted = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { length } = JSON.parse(readFileSync(join(folder, name), 'utf8')).cases;
      return `${name.slice(0, -'.json'.length)} ${length} of ${length}`;
    });
  const lines = new Set(out.split('\n').map((line) => line.trim()));
  return wanted.filter((line) => !lines.has(line)).map((line) => `vectors: did not print "${line}"`);
}

const CUSTOMERS = 120;
const CALLERS = 20;

/** Lets the example call a sandbox that revokes the token at the first page of customers. */
export async function judgeTour(run: RunExample): Promise<string[]> {
  const sandbox = await startSandbox({ rows: CUSTOMERS, latency: 20 });
  try {
    let hasRevoked = false;
    sandbox.when('externalUserList', {
      decide: () => {
        if (hasRevoked) return undefined;
        hasRevoked = true;
        sandbox.revokeTokens();
        return { error: 'AccessTokenInvalid' };
      },
    });
    const { out } = await run(['tour'], {
      WEIBAN_BASE_URL: sandbox.url,
      WEIBAN_CORP_ID: sandbox.corpId,
      WEIBAN_SECRET: sandbox.secret,
    });
    return [...judgePrinted(out), ...judgeSent(sandbox), ...judgeSecrets(out, sandbox)];
  } finally {
    await sandbox.close();
  }
}

function judgePrinted(out: string): string[] {
  const wanted: readonly [what: string, line: RegExp][] = [
    ['token', new RegExp(`^token: 1 request for ${CALLERS} callers$`, 'm')],
    ['customers', new RegExp(`^customers: ${CUSTOMERS}$`, 'm')],
    ['renewal', /^renewed after 10001$/m],
    ['error', /^OpportunityNotFound \(22201\): \p{Script=Han}/mu],
  ];
  return wanted
    .filter(([, line]) => !line.test(out))
    .map(([what, line]) => `tour: no line for ${what} (${line.source}) in:\n${out.slice(0, 1000)}`);
}

/** Two tokens, no call more than needed: one that breaks a limit would be sent again. */
function judgeSent({ requests }: Sandbox): string[] {
  const count = (id: string) => requests.filter(({ operation }) => operation === id).length;
  const wanted = { accessTokenGet: 2, opportunityOne: CALLERS + 1 };
  return Object.entries(wanted)
    .filter(([id, number]) => count(id) !== number)
    .map(([id, number]) => `tour: ${count(id)} requests to ${id} in place of ${number}`);
}

function judgeSecrets(out: string, { secret }: Sandbox): string[] {
  return out.includes(secret) ? ['tour: the secret is printed'] : [];
}

const KEY = { token: 'example-token', encodingAesKey: 'c'.repeat(43) };
const RECEIVE_ID = '1234567890123456789';
const EVENT = { id: '1', event: 'work_order_change', status: 'create', msg_data: { order_no: '工单-1' } };

/** Sends the example a check of its address, an event and a forged one. */
export async function judgeReceiver(
  start: (args: readonly string[], env: Readonly<Record<string, string>>) => ReturnType<typeof startProgram>,
): Promise<string[]> {
  const port = await freePort();
  const program = start(['receive', String(port)], {
    WEIBAN_WEBHOOK_TOKEN: KEY.token,
    WEIBAN_WEBHOOK_AES_KEY: KEY.encodingAesKey,
    WEIBAN_WEBHOOK_RECEIVE_ID: RECEIVE_ID,
  });
  try {
    await program.until(/^listening/m);
    const url = `http://127.0.0.1:${port}/`;
    const sender = createWebhookSender({ ...KEY, url, receiveId: RECEIVE_ID });
    const forger = createWebhookSender({ ...KEY, token: 'other', url, receiveId: RECEIVE_ID });
    const echo = await sender.verifyUrl();
    const real = await sender.send(EVENT);
    const forged = await forger.send({ ...EVENT, id: '2' });
    const printed = await program.until(/^refused: /m);
    const events = printed.split('\n').filter((line) => line.startsWith('{'));
    return [
      ...(echo.ok ? [] : [`receive: the check of the address was answered with ${echo.status}`]),
      ...(real.status === 200 ? [] : [`receive: an event was answered with ${real.status}`]),
      ...(forged.status === 401 ? [] : [`receive: a forged event was answered with ${forged.status}`]),
      ...(events.length === 1 && JSON.parse(events[0] ?? '').msg_data.order_no === '工单-1'
        ? []
        : [`receive: printed these events: ${events.join(' ')}`]),
    ];
  } finally {
    program.kill();
  }
}
