import { createCipheriv } from 'node:crypto';
import { encryptMessage, signMessage, type WebhookKey } from '../../src/webhooks/index.ts';

/** A made-up key. */
export const key: WebhookKey = {
  token: 'example-token',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
export const otherKey: WebhookKey = {
  token: 'other-token',
  encodingAesKey: '0Zy9Xw8Vu7Ts6Rq5Po4Nm3Lk2Ji1HgFeDcBa0123456',
};
export const receiveId = 'wwexample0000000000';
/** The time of the tests' messages in Unix seconds, and a clock fixed at that time. */
export const SENT_AT = 1_795_000_000;
export const clock = { now: () => SENT_AT * 1000 };

export const created = {
  id: '00000000-0000-4000-8000-000000000001',
  corp_id: '1700000000000000001',
  create_time: 1640244967.924,
  type: 'event',
  event: 'work_order_change',
  status: 'create',
  retry_count: 0,
  msg_data: { order_no: '1440000000000000001', staff_id: 'ZhangSan' },
};

/** A message as it is posted, sent at {@link SENT_AT} with the first key by default. */
export function posted(message: object | string, with_: Partial<Parameters<typeof encryptMessage>[0]> = {}) {
  const sent = encryptMessage({ ...key, receiveId, timestamp: SENT_AT, message, ...with_ });
  const { encrypt, signature, timestamp, nonce } = sent;
  return { query: { msg_signature: signature, timestamp, nonce }, body: { encrypt } };
}

/** Any bytes in place of a message's plaintext: encrypted unchecked, and signed. */
export function postedFrame(plaintext: Uint8Array) {
  const aes = Buffer.from(`${key.encodingAesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
  return signed(Buffer.concat([cipher.update(plaintext), cipher.final()]).toString('base64'));
}

/** Any text in place of a ciphertext, signed. */
export function signed(encrypt: string, timestamp = String(SENT_AT), nonce = '263014780') {
  const signature = signMessage({ token: key.token, timestamp, nonce, encrypt });
  return { query: { msg_signature: signature, timestamp, nonce }, body: { encrypt } };
}
