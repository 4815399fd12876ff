import { type Language, languages } from './messages/languages.ts';
import { UsageError } from './usage-error.ts';

/** The arguments without `--lang`, and the language of the flag or the locale. */
export interface Spoken {
  readonly language: Language;
  readonly argv: readonly string[];
}

/**
 * Removes `--lang` from the arguments, at any position, because help and errors need the language first.
 *
 * @throws UsageError for an unknown language.
 */
export function takeLanguage(
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Spoken {
  const argv: string[] = [];
  let language = localeLanguage(env);
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    if (word === '--') {
      argv.push(...given.slice(at));
      break;
    }
    if (word === '--lang') language = spoken(given[++at]);
    else if (word.startsWith('--lang=')) language = spoken(word.slice('--lang='.length));
    else argv.push(word);
  }
  return { language, argv };
}

/** The language of the locale, in the POSIX order of its variables. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

function spoken(word: string | undefined): Language {
  const language = languages.find((name) => name === word);
  if (language) return language;
  throw new UsageError('badLanguage', { given: word ?? '' });
}
