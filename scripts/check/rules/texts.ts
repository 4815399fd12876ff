import { basename } from 'node:path';
import type { Context } from '../../evidence/compare/context.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';
import { createTermCheck, readGlossary } from '../texts/glossary.ts';
import { PAIRS_FILE, pairOf, readPairs } from '../texts/pairs.ts';
import { strayChineseOf, type Text, textsOf } from '../texts/texts.ts';

/** People who read Chinese get no English in between. A specification without a glossary has one language. */
export const textsInBoth: Rule = {
  code: 'texts-in-both',
  sentence: 'Each text is in English and in Chinese.',
  fix: 'write the Chinese beside it',
  check: ({ spec }) =>
    readGlossary(spec) === undefined
      ? []
      : [
          ...textsOf(spec)
            .filter(({ zh }) => zh === undefined || zh.trim() === '')
            .map((text) => finding(text, `${quote(text.en)} has no Chinese`, `add ${text.twin}`)),
          ...strayChineseOf(spec).map(({ source, keys }) => ({
            message: `${keys.slice(-2).join(' ')} is Chinese without its English`,
            place: placeOf(source, keys),
            fix: 'remove it, or write the English that it belongs to',
          })),
        ],
};

/** A text that was changed alone may say something else than its twin. */
export const textsCompared: Rule = {
  code: 'texts-compared',
  sentence: 'Each text and its Chinese twin were compared since either of them changed.',
  fix: 'read both, make them say the same, and run npm run check -- --texts',
  check: ({ spec }) => {
    const pairs = readPairs(spec);
    if (pairs === undefined) return [];
    const known = new Set(pairs);
    const halves = new Set(pairs.flatMap((pair) => pair.split(' ')));
    const texts = textsOf(spec);
    return [...texts.flatMap((text) => notCompared(text, known, halves)), ...withoutText(spec, texts, pairs)];
  },
};

function notCompared(text: Text, known: ReadonlySet<string>, halves: ReadonlySet<string>): Finding[] {
  const pair = pairOf(text);
  if (pair === undefined || known.has(pair)) return [];
  const [en = '', zh = ''] = pair.split(' ');
  const isOld = { en: halves.has(en), zh: halves.has(zh) };
  if (isOld.en === isOld.zh)
    return [finding(text, `${quote(text.en)} was not compared with its Chinese yet`)];
  const changed = isOld.en ? 'the Chinese' : 'the English';
  return [finding(text, `${changed} of ${quote(text.en)} was changed without the other language`)];
}

function withoutText(spec: Context['spec'], texts: readonly Text[], pairs: readonly string[]): Finding[] {
  const source = spec.beside(PAIRS_FILE);
  const used = new Set(texts.map(pairOf));
  const first = pairs.findIndex((pair) => !used.has(pair));
  if (source === undefined || first < 0) return [];
  const count = pairs.filter((pair) => !used.has(pair)).length;
  const message = `${count} ${count === 1 ? 'row belongs' : 'rows belong'} to no text`;
  return [{ message, place: placeOf(source, [first]), fix: 'run npm run check -- --texts' }];
}

/** One English term has one Chinese term, whoever writes the text. */
export const termsHold: Rule = {
  code: 'terms-hold',
  sentence: 'The Chinese of a text uses the terms of glossary.yaml.',
  fix: 'use the term, or add this one to its row in glossary.yaml where it is as good',
  check: ({ spec }) => {
    const glossary = readGlossary(spec);
    if (glossary === undefined) return [];
    const missing = createTermCheck(glossary);
    return textsOf(spec)
      .filter((text) => text.zh !== undefined && !isErrorText(text))
      .flatMap((text) =>
        missing(text).map(({ en, zh }) =>
          finding(
            text,
            `${quote(text.en)} speaks of "${en}", and its Chinese has no ${zh.join(' or ')}: ${text.zh}`,
          ),
        ),
      );
  },
};

/** The meaning of an error is as terse as the API's own message. */
function isErrorText({ source, twin }: Text): boolean {
  return twin === 'zh' && basename(source.path) === 'error-codes.yaml';
}

function finding({ source, keys }: Text, message: string, fix?: string): Finding {
  return { message, place: placeOf(source, keys), ...(fix !== undefined && { fix }) };
}

function quote(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return JSON.stringify(words.length > 60 ? `${words.slice(0, 60)}…` : words);
}
