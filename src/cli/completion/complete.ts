import { oneLine } from '../../base/printable.ts';
import { listOperations, parametersOf, typeWord } from '../../catalogue/index.ts';
import type { CommandRow, FlagRow } from '../command-row.ts';
import { commands, groups } from '../commands.ts';
import { longName, takesValue } from '../flag-name.ts';
import { JSON_ERRORS } from '../json-errors.ts';
import { localeLanguage } from '../language.ts';
import { type Language, languages } from '../messages/languages.ts';
import { createSay, type Say } from '../messages/say.ts';
import { requireOperation } from '../require-operation.ts';
import type { Terminal } from '../terminal.ts';

/** A possible next word and its meaning. */
type Candidate = readonly [word: string, text: string];

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];
/** Older versions of PowerShell drop an empty argument, and pass this as one. */
const EMPTY = '""';
const LANGUAGE = '--lang';
const LANGUAGE_FLAG: FlagRow = { flags: `${LANGUAGE} <language>`, text: 'flagLang' };
const JSON_ERRORS_FLAG: FlagRow = { flags: JSON_ERRORS, text: 'flagJsonErrors' };

/**
 * `weiban __complete`: prints the possible completions of the last word, one per line, with the meaning after a tab.
 * The scripts of the shells call it. It loads no parser, and the specification only for an operation's flags. Always
 * returns 0: if it fails, it offers nothing.
 */
export async function complete({ stdout, env }: Terminal, given: readonly string[]): Promise<number> {
  // bash splits `--output=json` into three words.
  const words = given.flatMap((word) =>
    word === '=' ? [] : /^--[\w-]+=/.test(word) ? splitAt(word) : [word === EMPTY ? '' : word],
  );
  const current = words.at(-1) ?? '';
  try {
    const before = words.slice(0, -1);
    const candidates = await candidatesFor(before, current, languageOf(before, env));
    const fitting = candidates.filter(([word]) => word.startsWith(current));
    stdout.write(fitting.map(([word, text]) => `${oneLine(word)}\t${oneLine(text)}\n`).join(''));
  } catch {
    // A shell cannot show an error during completion.
  }
  return 0;
}

/** The language of `--lang`, if it is complete, or of the locale. */
function languageOf(words: readonly string[], env: Terminal['env']): Language {
  const word = words[words.lastIndexOf(LANGUAGE) + 1];
  return (words.includes(LANGUAGE) && languages.find((name) => name === word)) || localeLanguage(env);
}

async function candidatesFor(
  given: readonly string[],
  current: string,
  language: Language,
): Promise<readonly Candidate[]> {
  const say = createSay(language);
  if (given.at(-1) === LANGUAGE) return languages.map((language) => [language, '']);
  // `--lang` and `--json-errors` may be anywhere, even before the command.
  const before = given.filter(
    (word, at) => word !== JSON_ERRORS && word !== LANGUAGE && given[at - 1] !== LANGUAGE,
  );
  const [first, second] = before;
  const row = commands.find(({ name }) => name === first || name === `${first} ${second}`);
  if (!row) return commandWords(before, say);
  const behind = before.slice(row.name.split(' ').length);
  const common = [...row.flags, LANGUAGE_FLAG, JSON_ERRORS_FLAG].map((flag) => flagCandidate(flag, say));
  const [operation] = row.isOpen ? placed(behind, common) : [];
  const own = operation === undefined ? [] : parameterFlags(operation, language);
  const flags = [...own, ...common];
  const previous = flags.find(({ name, hasValue }) => hasValue && name === before.at(-1));
  if (previous) return previous.values.map((value) => [value, '']);
  if (current.startsWith('-')) return flags.map(({ name, text }) => [name, text]);
  return placed(behind, flags).length === 0 ? wordCandidates(row) : [];
}

/** The positional words: neither flags nor values of flags. */
function placed(words: readonly string[], flags: readonly FlagCandidate[]): string[] {
  const takers = new Set(flags.filter(({ hasValue }) => hasValue).map(({ name }) => name));
  return words.filter((word, at) => !word.startsWith('-') && !takers.has(words[at - 1] ?? ''));
}

function commandWords(before: readonly string[], say: Say): Candidate[] {
  const depth = before.length;
  const fitting = commands.filter(({ name }) => before.every((word, at) => name.split(' ')[at] === word));
  const words = fitting.map(({ name, text }): Candidate => {
    const word = name.split(' ')[depth] ?? '';
    const isGroup = depth === 0 && name.includes(' ');
    // The cast is safe because the first of two words is the name of a group.
    return [word, say(isGroup ? groups[word as keyof typeof groups] : text)];
  });
  return [...new Map(words)].filter(([word]) => word !== '');
}

interface FlagCandidate {
  readonly name: string;
  readonly text: string;
  readonly hasValue: boolean;
  readonly values: readonly string[];
}

function flagCandidate({ flags, text, slots, choices = [] }: FlagRow, say: Say): FlagCandidate {
  return {
    name: `--${longName(flags)}`,
    text: say(text, slots),
    hasValue: takesValue(flags),
    values: choices,
  };
}

/** The flags of an operation's parameters. @throws UsageError if there is no such operation. */
function parameterFlags(operation: string, language: Language): FlagCandidate[] {
  return parametersOf(requireOperation(operation), language).map(({ name, schema, description }) => ({
    name: `--${name}`,
    text: description,
    hasValue: typeWord(schema) !== 'boolean',
    values: (schema.enum ?? []).map(String),
  }));
}

async function wordCandidates({ completes }: CommandRow): Promise<readonly Candidate[]> {
  if (completes === 'shell') return SHELLS.map((shell) => [shell, '']);
  if (completes === 'operation')
    return listOperations().map(({ name, method, path }) => [name, `${method} ${path}`]);
  if (completes !== 'error') return [];
  const { ErrorCode } = await import('../../../generated/error-codes.ts');
  return Object.entries(ErrorCode).map(([name, code]) => [name, String(code)]);
}

function splitAt(word: string): string[] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}
