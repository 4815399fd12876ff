// Weiban's pushed messages: receive them, and send them in tests. Runs where `node:crypto` does: Node, Bun, Deno, and
// Workers with their compatibility flag for Node.
export {
  type EncryptedMessage,
  type EncryptedReply,
  encryptMessage,
  type MessageToEncrypt,
} from './encrypt-message.ts';
export type { WebhookKey } from './key.ts';
export {
  createWebhookSender,
  type WebhookAnswer,
  type WebhookSender,
  type WebhookSenderOptions,
} from './sender.ts';
export { type SignedParts, signMessage } from './sign-message.ts';
export { WeibanWebhookError } from './webhook-error.ts';
