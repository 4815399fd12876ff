import { printable } from '../../base/printable.ts';
import { createWebhookReceiver, type WebhookRefusal } from '../../webhooks/index.ts';
import type { Run } from '../context.ts';
import { textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { jsonText } from '../output/json.ts';
import { readAll } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { webhookSettings } from './webhook-key.ts';

/**
 * `weiban webhook verify`: prints the content of a pushed message, with the body from standard input and the query from
 * a flag. For a check of the address (with `echostr`), prints the text that must be answered. Says on standard error why a
 * message is refused.
 */
export const verifyWebhook: Run = async (context, { flags }) => {
  const { stdin, stdout } = context;
  const given = textOf(flags, 'query');
  if (given === undefined) throw new UsageError('webhookNeedsQuery');
  const query = new URLSearchParams(given.replace(/^[^?]*\?/, ''));
  const window = flags.anyTime ? Number.POSITIVE_INFINITY : undefined;
  const refusals: WebhookRefusal[] = [];
  const receiver = createWebhookReceiver({
    ...webhookSettings(context, flags),
    window,
    onRefused: (refusal) => refusals.push(refusal),
  });
  try {
    const text = query.has('echostr')
      ? `${printable(receiver.verifyUrl(query))}\n`
      : jsonText(receiver.parse({ query, body: await readAll(stdin) }).event);
    stdout.write(text);
    return exitCode('ok');
  } catch (error) {
    const [refusal] = refusals;
    if (!refusal) throw error;
    throw new UsageError(`refused_${refusal.reason}`, { detail: refusal.detail }, 'response');
  }
};
