import type { Model } from '../spec/model.ts';
import { literalOf } from './text.ts';

/** `error-texts.ts`: what each error means and what a caller can do. A separate module because it is large. */
export function emitErrorTexts(model: Model): string {
  const rows = Object.entries(model.errors)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, { zh, en, advice, advice_zh = '' }]) =>
        `  ${name}: ${literalOf([zh, en, advice, advice_zh])},\n`,
    );
  return `/** Chinese text, English text, advice and Chinese advice of each error, by name. Missing advice is empty. */\nexport const errorTexts: Readonly<Record<string, readonly [zh: string, en: string, advice: string, adviceZh: string]>> = {\n${rows.join('')}};\n`;
}
