import { SpecError } from '../kit/diagnostic.ts';
import { isObject } from './openapi.ts';
import { placeOf, type Source } from './source.ts';

/** A text in both languages. */
type Both = Readonly<Record<'en' | 'zh', string>>;

/** A job that an operator gives an assistant. */
export interface Prompt {
  readonly name: string;
  readonly title: Both;
  readonly arguments: readonly (Both & { readonly name: string })[];
  /** What the assistant is to do; `{name}` stands for an argument. */
  readonly text: Both;
}

/**
 * Reads `prompts.yaml`; a specification without it has no prompts.
 * @throws SpecError for a text that is not in both languages, and for a slot without an argument.
 */
export function readPrompts(source: Source | undefined): readonly Prompt[] {
  return Object.entries(isObject(source?.value) ? source.value : {}).map(([name, row]) => {
    const { title, arguments: given = {}, text } = isObject(row) ? row : {};
    const names = isObject(given) ? Object.entries(given) : [];
    const refuse = (message: string) => {
      const place = source && placeOf(source, [name]);
      throw new SpecError([
        { code: 'prompts', message, fix: 'correct the row of prompts.yaml', ...(place && { place }) },
      ]);
    };
    const both = (value: unknown, what: string): Both => {
      const { en, zh } = isObject(value) ? value : {};
      return typeof en === 'string' && typeof zh === 'string'
        ? { en, zh: joined(zh) }
        : refuse(`${what} is not in both languages`);
    };
    const texts = both(text, 'text');
    const slots = [texts.en, texts.zh].flatMap((sentence) => sentence.match(/(?<=\{)\w+(?=\})/g) ?? []);
    const strange = slots.find((slot) => !names.some(([argument]) => argument === slot));
    if (strange !== undefined) refuse(`the text has {${strange}}, which is no argument`);
    return {
      name,
      title: both(title, 'title'),
      arguments: names.map(([argument, value]) => ({ name: argument, ...both(value, argument) })),
      text: texts,
    };
  });
}

/** A Chinese text without the spaces that YAML puts where a line of it ended. */
function joined(text: string): string {
  const wide = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]`;
  return text.replace(new RegExp(`(?<=${wide})\\s(?=${wide})`, 'gu'), '');
}
