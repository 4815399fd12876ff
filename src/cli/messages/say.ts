import { printable } from '../../base/printable.ts';
import { complaints } from './complaints.ts';
import { help } from './help.ts';
import { labels } from './labels.ts';
import type { Language } from './languages.ts';

/** All messages of the command, in English and Chinese. A `{word}` is a slot. */
const messages = { ...help, ...labels, ...complaints } as const satisfies Record<
  string,
  readonly [en: string, zh: string]
>;

/** The name of a message. */
export type MessageName = keyof typeof messages;

/** The values of a message's slots. */
export type Slots = Readonly<Record<string, string | number>>;

/** Returns a message in one language, with its slots filled. */
export type Say = (name: MessageName, slots?: Slots) => string;

/** Every message, for the test that both languages have the same slots. */
export const allMessages: Readonly<Record<string, readonly [en: string, zh: string]>> = messages;

/** Creates the function that returns messages in a language. Slots may hold foreign text, so they are made printable. */
export function createSay(language: Language): Say {
  const column = language === 'zh' ? 1 : 0;
  return (name, slots = {}) =>
    messages[name][column].replace(/\{(\w+)\}/g, (placeholder, slot: string) =>
      printable(String(slots[slot] ?? placeholder)),
    );
}
