import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);

/**
 * Writes a text with ASCII characters, for names in code: Chinese in pinyin (`获取列表` becomes `huo qu lie biao`), letters
 * without their accents, and any other letter as its code point. The same text always gives the same result.
 */
export function latinText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
  if (/^[\x00-\x7F]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Script=Han}+/gu, (run) => ` ${pinyinOf(run)} `)
    .replace(/[^\0-\x7F]/gu, (letter) => (/\p{L}|\p{N}/u.test(letter) ? ` u${codePoint(letter)} ` : ' '));
}

/** The dictionary takes 0.1 s to load, so only a Chinese name loads it. */
function pinyinOf(run: string): string {
  const { pinyin } = require('pinyin-pro') as { pinyin: typeof Pinyin };
  return pinyin(run, { toneType: 'none', v: true });
}

function codePoint(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16);
}
