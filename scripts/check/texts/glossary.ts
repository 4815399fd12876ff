import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Text } from './texts.ts';

/** One English term and the Chinese that stands for it: the usual term first, then others that are allowed. */
export interface Term {
  readonly en: string;
  readonly zh: readonly string[];
}

/** The terms of `glossary.yaml`; undefined if the specification has only one language. */
export function readGlossary({ beside }: Spec): readonly Term[] | undefined {
  const value = beside('glossary.yaml')?.value;
  if (!isObject(value)) return undefined;
  return Object.entries(value).map(([en, zh]) => ({ en, zh: [zh].flat().map(String) }));
}

/**
 * Returns a function that lists the terms of an English text that its Chinese lacks. A longer term hides those inside it:
 * "customer group chat" is not also "customer". Code in backticks and paths do not count.
 */
export function createTermCheck(terms: readonly Term[]): (text: Pick<Text, 'en' | 'zh'>) => readonly Term[] {
  const byLength = [...terms].sort((a, b) => b.en.length - a.en.length);
  const patterns = byLength.map((term) => ({ term, pattern: wholeWords(term.en) }));
  return ({ en, zh = '' }) => {
    const words = en.replace(/`[^`]*`/g, '`').split(/\s+/);
    let rest = words.map((word) => (word.includes('/') ? '`' : word)).join(' ');
    return patterns.flatMap(({ term, pattern }) => {
      const hidden = rest.replace(pattern, '`');
      const isUsed = hidden !== rest;
      rest = hidden;
      return isUsed && !term.zh.some((word) => zh.includes(word)) ? [term] : [];
    });
  };
}

/** A pattern for a term as whole words, in singular and plural. */
function wholeWords(term: string): RegExp {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const stem = escaped.replace(/y$/, '(?:y|ie)').replace(/(?<=[a-z)])$/, '(?:e?s)?');
  return new RegExp(`\\b${stem}\\b`, 'gi');
}
