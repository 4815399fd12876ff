import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createWebhookSender } from '../../src/webhooks/index.ts';
import { portOf, startExample } from './start-example.ts';

const folder = mkdtempSync(join(tmpdir(), 'weiban-events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each message is saved once, a forged one never; an unsaved message is not acknowledged', async () => {
  const key = { token: 'token', encodingAesKey: 'c'.repeat(43) };
  const file = join(folder, 'events.jsonl');
  const example = startExample('webhook-receiver', [file], {
    PORT: '0',
    WEIBAN_WEBHOOK_TOKEN: key.token,
    WEIBAN_WEBHOOK_AES_KEY: key.encodingAesKey,
    WEIBAN_WEBHOOK_RECEIVE_ID: 'ww0123456789abcdef,1234567890123456789',
  });
  const url = `http://127.0.0.1:${await portOf(example)}/`;
  const sender = createWebhookSender({ ...key, url, receiveId: '1234567890123456789' });
  const created = { id: '1', event: 'work_order_change', status: 'create', msg_data: { order_no: 'WO-1' } };
  const unknown = '{"event":"new","big":12345678901234567890,\r\n"text":"a\\nb"}';

  expect(await sender.verifyUrl()).toMatchObject({ ok: true });
  expect(await sender.send(created)).toMatchObject({ status: 200 });
  expect(await sender.send(created)).toMatchObject({ status: 200 });
  expect(await sender.send(unknown)).toMatchObject({ status: 200 });
  const forger = createWebhookSender({ ...key, token: 'other', url, receiveId: 'ww0123456789abcdef' });
  expect(await forger.send({ ...created, id: '2' })).toMatchObject({ status: 401 });
  expect((await fetch(`${url}elsewhere`)).status).toBe(404);

  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toEqual([
    JSON.stringify(created),
    unknown.replace('\r\n', ' '),
  ]);
  await example.until(/ticket WO-1: create\n.*a message that the documentation does not describe: new/s);

  rmSync(folder, { recursive: true });
  expect(await sender.send({ ...created, id: '3' })).toMatchObject({ status: 500 });
  expect(existsSync(file)).toBe(false);
  example.kill('SIGTERM');
  expect(await example.ended).toMatchObject({ code: 0 });
});
