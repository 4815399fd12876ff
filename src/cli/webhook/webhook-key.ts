import type { Context, Flags } from '../context.ts';
import { textOf } from '../context.ts';
import { UsageError } from '../usage-error.ts';

/** The token and the key of messages, and their receiver. */
export interface WebhookSettings {
  readonly token: string;
  readonly encodingAesKey: string;
  readonly receiveId: string;
}

/**
 * The callback application's token and key, only from the environment because both are secret; and the id of the
 * receiver.
 *
 * @throws UsageError that names what is missing.
 */
export function webhookSettings({ env }: Context, flags: Flags): WebhookSettings {
  const settings = {
    token: env.WEIBAN_WEBHOOK_TOKEN,
    encodingAesKey: env.WEIBAN_WEBHOOK_AES_KEY,
    receiveId: textOf(flags, 'receiveId') ?? env.WEIBAN_WEBHOOK_RECEIVE_ID,
  };
  const { token, encodingAesKey, receiveId } = settings;
  if (token && encodingAesKey && receiveId) return { token, encodingAesKey, receiveId };
  const missing = [
    !token && 'WEIBAN_WEBHOOK_TOKEN',
    !encodingAesKey && 'WEIBAN_WEBHOOK_AES_KEY',
    !receiveId && 'WEIBAN_WEBHOOK_RECEIVE_ID (--receive-id)',
  ];
  throw new UsageError('noWebhookKey', { missing: missing.filter(Boolean).join(', ') });
}
