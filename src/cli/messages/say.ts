import { complaints } from './complaints.ts';
import { help } from './help.ts';
import { labels } from './labels.ts';
import type { Language } from './languages.ts';

/** Everything that the command says: English, Chinese. A `{word}` is a slot. */
const messages = { ...help, ...labels, ...complaints } as const satisfies Record<
  string,
  readonly [en: string, zh: string]
>;

/** The name of something that the command says. */
export type MessageName = keyof typeof messages;

/** What stands in the slots of a message. */
type Slots = Readonly<Record<string, string | number>>;

/** Says a message of the table in one language. */
export type Say = (name: MessageName, slots?: Slots) => string;

/** Every message, for the test that holds both languages to the same slots. */
export const allMessages: Readonly<Record<string, readonly [en: string, zh: string]>> = messages;

/** A voice in one language. */
export function createSay(language: Language): Say {
  const column = language === 'zh' ? 1 : 0;
  return (name, slots = {}) =>
    messages[name][column].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
