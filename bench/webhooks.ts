import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createWebhookReceiver, encryptMessage } from '../src/webhooks/index.ts';
import { type Figure, median } from './support/figures.ts';
import { run } from './support/run.ts';

// Installed into its own cache: it is not a dependency of this package.
const folder = resolve('node_modules/.cache/weiban-openapi-bench-webhooks');
const PACKAGE = '@wecom/crypto@1.0.1';
const key = { token: 'example-token', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const receiveId = 'wwexample0000000000';

/** The two functions of `@wecom/crypto` that its users call in a receiver. */
interface WecomCrypto {
  getSignature(token: string, timestamp: string, nonce: string, encrypt: string): string;
  decrypt(encodingAesKey: string, encrypt: string): { message: string; id: string };
}

/**
 * Compares verifying and decrypting a message with `@wecom/crypto`, alternating, so that load on the machine affects both. Our
 * code also checks the time, padding, lengths, the receive id and UTF-8. Then compares both with parsing the JSON, which ours
 * does exactly.
 */
export function webhooks(): Figure[] {
  const wecom = load();
  return [
    ['ticket, 0.3 kB', 0, 1000],
    ['10 kB', 10_000, 300],
    ['100 kB', 100_000, 30],
  ].flatMap(([name, size, rounds]) => compare(String(name), Number(size), Number(rounds), wecom));
}

function compare(name: string, size: number, rounds: number, wecom: WecomCrypto): Figure[] {
  const { encrypt, signature, timestamp, nonce } = encryptMessage({
    ...key,
    receiveId,
    message: ticket(size),
  });
  const query = { msg_signature: signature, timestamp, nonce };
  const receiver = createWebhookReceiver({ ...key, receiveId });
  const echo = { ...query, echostr: encrypt };
  const message = { query, body: { encrypt } };
  const open = () => receiver.verifyUrl(echo);
  const openThere = () => {
    if (wecom.getSignature(key.token, timestamp, nonce, encrypt) !== signature) throw new Error('not signed');
    const { message, id } = wecom.decrypt(key.encodingAesKey, encrypt);
    if (id !== receiveId) throw new Error('not for us');
    return message;
  };
  const parse = () => receiver.parse(message).event;
  const parseThere = () => JSON.parse(openThere());
  if (open() !== openThere() || JSON.stringify(parse()) !== JSON.stringify(parseThere()))
    throw new Error('the two implementations disagree');
  const works = [open, openThere, parse, parseThere];
  for (const work of works) time(work, rounds);
  const times = Array.from({ length: 21 }, () => works.map((work) => time(work, rounds)));
  const at = (which: number) => times.map((round) => round[which] ?? Number.NaN);
  const ratio = (ours: number) => median(times.map((round) => (round[ours] ?? 0) / (round[ours + 1] ?? 0)));
  const section = `webhooks: ${name}`;
  return [
    ...[
      'verify and decrypt',
      '  by @wecom/crypto',
      'with the JSON (receiver.parse)',
      '  by @wecom/crypto',
    ].map((row, which) => ({
      section,
      name: row,
      value: (rounds / median(at(which))) * 1000,
      unit: 'messages/s',
    })),
    { section, name: 'verify and decrypt', value: ratio(0), unit: '× @wecom/crypto', budget: 1 },
    { section, name: 'with the JSON', value: ratio(2), unit: '× @wecom/crypto' },
  ];
}

function ticket(size: number): object {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    corp_id: '1700000000000000001',
    create_time: 1640244967.924,
    type: 'event',
    event: 'work_order_change',
    status: 'reply',
    retry_count: 0,
    msg_data: {
      order_no: '1440000000000000001',
      staff_id: 'ZhangSan',
      content: { text: '已联系客户 '.repeat(size / 16), pic: ['https://img.example.com/a.png'] },
    },
  };
}

/** The time of all rounds in milliseconds. */
function time(work: () => void, rounds: number): number {
  const begun = performance.now();
  for (let round = 0; round < rounds; round++) work();
  return performance.now() - begun;
}

/** Loads `@wecom/crypto`, and installs it the first time. */
function load(): WecomCrypto {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  if (!existsSync(join(folder, 'node_modules/@wecom/crypto')))
    run(folder, 'npm', ['install', '--no-save', '--no-audit', '--no-fund', PACKAGE]);
  return createRequire(join(folder, 'package.json'))('@wecom/crypto');
}
