// Weiban's pushed messages: receive them, and send them in tests. Runs wherever `node:crypto` exists: Node,
// Bun, Deno, and Cloudflare Workers with the compatibility flag for Node.
export type { WebhookEvents } from '../../generated/webhooks.ts';
export { WeibanConfigError } from '../base/errors.ts';
export type { ReceiverAnswer, WebhookRequest } from './answer.ts';
export {
  type EncryptedMessage,
  type EncryptedReply,
  encryptMessage,
  encryptReply,
  type MessageToEncrypt,
} from './encrypt-message.ts';
export type { ReceivedEvent, UnknownEvent, WebhookEvent, WebhookName } from './event.ts';
export type { WebhookKey } from './key.ts';
export { createMemoryReplayStore, type MemoryReplayOptions } from './memory-replay-store.ts';
export type { NodeListener, NodeRequest } from './node-listener.ts';
export type { WebhookQuery } from './query.ts';
export type { WebhookBody } from './read-ciphertext.ts';
export { createWebhookReceiver, type WebhookReceiver } from './receiver.ts';
export type {
  Delivery,
  ReceivedMessage,
  ReceiverOptions as WebhookReceiverOptions,
} from './receiver-options.ts';
export type { RefusalReason, WebhookRefusal } from './refusal.ts';
export type { ReplayClaim, ReplayStore } from './replay-store.ts';
export {
  createWebhookSender,
  type WebhookAnswer,
  type WebhookSender,
  type WebhookSenderOptions,
} from './sender.ts';
export { type SignedParts, signMessage } from './sign-message.ts';
export { WeibanWebhookError } from './webhook-error.ts';
