import type { Language } from './page-words.ts';

/** The folder of a language: the first one is at the root. */
export function folderOf(language: Language): string {
  return language === 'zh' ? '' : `${language}/`;
}
