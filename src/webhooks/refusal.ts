import { decryptFrame, isSignedWith, isTimely, millisecondsOf, type OpenOptions } from './open-message.ts';
import { faultyParameters, readEcho, readQuery, type WebhookQuery } from './query.ts';
import { readCiphertext, type WebhookBody } from './read-ciphertext.ts';

/**
 * Why a message was refused. `token`: the key opens the message, but the token did not sign it. `signature`: neither
 * fits. `key`: the token signed it, but the key does not open it. `message`: it is authentic, but holds no JSON object.
 */
export type RefusalReason =
  | 'query'
  | 'body'
  | 'size'
  | 'token'
  | 'signature'
  | 'clock'
  | 'key'
  | 'receiveId'
  | 'message';

/** Why a message was refused, for the operator of the receiver. Contains neither the token nor the key. */
export interface WebhookRefusal {
  readonly reason: RefusalReason;
  /**
   * The names of the faulty parameters (`query`), the seconds by which the message is old, negative if it is early
   * (`clock`), the id that the message is for (`receiveId`); otherwise empty.
   */
  readonly detail: string;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}

const SENTENCES: Record<RefusalReason, string> = {
  query:
    'These parameters of the query are missing, come twice or are not readable: {detail}; Weiban sends each once.',
  body: 'The body is not a JSON object with the text `encrypt`; pass it on unchanged, or as the object that a body parser made of it.',
  size: 'The body is larger than maxBodyBytes.',
  token:
    'The EncodingAESKey opens the message, but the token did not sign it; copy the token from the callback application again, and do not change the query.',
  signature:
    'Neither the token nor the EncodingAESKey fits; both are of another callback application, or the message is not from Weiban.',
  clock:
    'The message is {detail} seconds old (negative: from the future), more than `window` allows; set the clock of this machine.',
  key: 'The token signed the message, but the EncodingAESKey does not open it; copy the key from the callback application again.',
  receiveId: 'The message is for {detail}, which is not in receiveId; add it if it is an id of your company.',
  message: 'The message is authentic, but it is not a JSON object.',
};

/** Describes a refusal. */
export function refusal(reason: RefusalReason, detail = ''): WebhookRefusal {
  return { reason, detail, message: SENTENCES[reason].replace('{detail}', () => detail) };
}

/** A request that {@link explainRefusal} examines; without a body it is a check of the address. */
export interface RefusedRequest {
  readonly query: WebhookQuery;
  readonly body?: unknown;
}

/**
 * Finds out why a request was refused, by the checks of `openMessage` in their order. It decrypts what nobody has
 * signed, so the sender must not be able to measure how long it takes: run it after the answer.
 */
export function explainRefusal(options: OpenOptions, { query, body }: RefusedRequest): WebhookRefusal {
  const isCheck = body === undefined;
  const faulty = faultyParameters(query, isCheck);
  if (faulty.length > 0) return refusal('query', faulty.join(', '));
  const encrypt = isCheck ? readEcho(query) : ciphertextOf(body);
  if (encrypt === undefined) return refusal('body');
  const signed = readQuery(query);
  const fitting = options.keys.filter(({ token }) => isSignedWith(token, signed, encrypt));
  if (fitting.length === 0)
    return refusal(options.keys.some((key) => decryptFrame(key, encrypt)) ? 'token' : 'signature');
  const age = options.now() - millisecondsOf(signed.timestamp);
  if (Number.isNaN(age)) return refusal('query', 'timestamp');
  if (!isTimely(signed.timestamp, options)) return refusal('clock', String(Math.round(age / 1000)));
  const frames = fitting.flatMap((key) => decryptFrame(key, encrypt) ?? []);
  const [frame] = frames;
  if (!frame) return refusal('key');
  const isExpected = options.receiveIds.some((id) =>
    frames.some(({ receiveId }) => receiveId.equals(Buffer.from(id))),
  );
  return isExpected ? refusal('message') : refusal('receiveId', quoted(frame.receiveId));
}

function ciphertextOf(body: unknown): string | undefined {
  try {
    // The cast is safe because reading a body that is none of these types throws.
    return readCiphertext(body as WebhookBody);
  } catch {
    return undefined;
  }
}

const LONGEST_ID = 64;

/** Foreign text for a log: short, and without characters that control a terminal. */
function quoted(id: Buffer): string {
  const text = id.subarray(0, LONGEST_ID).toString();
  return JSON.stringify(text.replace(/[^\w.:@-]/gu, '�'));
}
