import { isWeibanError, WeibanTransportError } from '../../base/errors.ts';
import { stringifyExact } from '../../base/exact-json.ts';
import { printable } from '../../base/printable.ts';
import { createWebhookSender } from '../../webhooks/index.ts';
import { parseInput } from '../call/exact-input.ts';
import type { Run } from '../context.ts';
import { textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { readAll } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { webhookSettings } from './webhook-key.ts';

/**
 * `weiban webhook send`: sends the message from standard input to the user's receiver, as Weiban does. With `--check`,
 * verifies the address by an echo, as Weiban does when an address is configured.
 */
export const sendWebhook: Run = async (context, { words: [url = ''], flags }) => {
  const { stdin, stdout, signal, say } = context;
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new UsageError('webhookUrl');
  const sender = createWebhookSender({
    ...webhookSettings(context, flags),
    url,
    corpId: textOf(flags, 'corpId'),
    appId: textOf(flags, 'appId'),
    fetch: (address, init) => fetch(address, { ...init, signal }),
  });
  if (flags.check) {
    const { ok, status } = await answered(sender.verifyUrl(), signal);
    stdout.write(`${say(ok ? 'echoRight' : 'echoWrong', { status })}\n`);
    return exitCode(ok ? 'ok' : 'response');
  }
  const message = parseInput(await readAll(stdin), '-');
  const { status, body } = await answered(sender.send(stringifyExact(message)), signal);
  stdout.write(`${status} ${printable(body)}\n`);
  return exitCode(status === 200 ? 'ok' : 'response');
};

/** Replaces the error of `fetch`, which contains the full address, by one that does not. */
async function answered<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    signal.throwIfAborted();
    if (isWeibanError(error)) throw error;
    const code = Object(Object(error).cause).code ?? 'fetch failed';
    throw new WeibanTransportError(`The receiver did not answer (${code}); check its address.`);
  }
}
