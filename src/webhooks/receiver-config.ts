import { WeibanConfigError } from '../base/errors.ts';
import { numberAbove } from '../base/number-above.ts';
import { cipherKey, type WebhookKey } from './key.ts';
import { createMemoryReplayStore } from './memory-replay-store.ts';
import type { OpenOptions } from './open-message.ts';
import type { ReceiverOptions } from './receiver-options.ts';
import { explainRefusal, type RefusedRequest, type WebhookRefusal } from './refusal.ts';
import type { ReplayStore } from './replay-store.ts';

/** The options, complete and checked. */
export interface ReceiverConfig {
  readonly open: OpenOptions;
  /** Bytes. */
  readonly maxBodyBytes: number;
  readonly replays: ReplayStore;
  readonly onEvent: ReceiverOptions['onEvent'];
  /** Reports an error to `onError`. Never throws. */
  readonly reportError: (error: unknown) => void;
  /** Reports to `onRefused`, if it is set, why a request was refused. Never throws. */
  readonly reportRefusal: (refused: WebhookRefusal | RefusedRequest) => void;
}

/**
 * Completes the options from the defaults.
 *
 * @throws WeibanConfigError if there is no key or no receive id, or an option is not usable.
 */
export function resolveReceiver(options: ReceiverOptions): ReceiverConfig {
  // The machine's time and not the client's clock, which never goes back: a message's time comes from the sender.
  const { clock = Date, onError = (error) => console.error(error), onRefused } = options;
  const open: OpenOptions = {
    keys: listKeys(options).map(cipherKey),
    receiveIds: listReceiveIds(options.receiveId),
    window: numberAbove(0, 'window', options.window ?? 300_000),
    now: () => clock.now(),
  };
  const reportError = (error: unknown) => {
    try {
      onError(error);
    } catch (another) {
      console.error(another);
    }
  };
  return {
    open,
    maxBodyBytes: numberAbove(0, 'maxBodyBytes', options.maxBodyBytes ?? 1_048_576),
    replays: options.replays ?? createMemoryReplayStore({ clock }),
    onEvent: options.onEvent,
    reportError,
    reportRefusal(refused) {
      if (!onRefused) return;
      try {
        const result = onRefused('reason' in refused ? refused : explainRefusal(open, refused));
        if (result instanceof Promise) result.catch(reportError);
      } catch (error) {
        reportError(error);
      }
    },
  };
}

/**
 * A key that is named but has no value counts too, and is rejected later. Otherwise an unset variable would
 * leave only old keys in use.
 */
function listKeys(options: ReceiverOptions): readonly WebhookKey[] {
  const { token = '', encodingAesKey = '', keys = [] } = options;
  const isNamed = 'token' in options || 'encodingAesKey' in options;
  const all = isNamed ? [{ token, encodingAesKey }, ...keys] : keys;
  if (all.length === 0)
    throw new WeibanConfigError(
      'There is no key; pass token and encodingAesKey of the callback application.',
    );
  return all;
}

function listReceiveIds(receiveId: ReceiverOptions['receiveId']): readonly string[] {
  const ids = [receiveId ?? []].flat();
  if (ids.length > 0 && ids.every((id) => typeof id === 'string' && id !== '')) return ids;
  throw new WeibanConfigError(
    "There is no receiveId; pass the company's id at WeCom (ww…), its id at Weiban, or both in a list.",
  );
}
