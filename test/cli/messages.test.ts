import { expect, test } from 'vitest';
import { createTermCheck, readGlossary } from '../../scripts/check/texts/glossary.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { commands } from '../../src/cli/commands.ts';
import { longName } from '../../src/cli/flag-name.ts';
import { localeLanguage } from '../../src/cli/language.ts';
import { allMessages } from '../../src/cli/messages/say.ts';
import { ownEnvironment, runWeiban } from './run-weiban.ts';

const slotsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort();

test.each(Object.entries(allMessages))('%s has the same slots in both languages', (_, [en, zh]) => {
  expect(slotsOf(zh)).toEqual(slotsOf(en));
  expect(en).not.toBe('');
  expect(zh).not.toBe('');
  expect(en.replace(/微伴助手/g, '')).not.toMatch(/\p{Script=Han}/u);
});

const missingTerms = createTermCheck(
  readGlossary(loadSpec('spec')) ?? expect.fail('spec/glossary.yaml is missing'),
);

test.each(Object.entries(allMessages))('%s uses the terms of spec/glossary.yaml', (_, [en, zh]) => {
  // A slot holds a value, and a flag, a command or a dotted word is a name.
  const prose = (text: string) => text.replace(/\{\w+\}|--[\w-]+|weiban \w+|\w+\.\w+/g, '');
  expect(missingTerms({ en: prose(en), zh: prose(zh) })).toEqual([]);
});

const languages = ['en', 'zh'] as const;
const helps = commands.flatMap((row) => languages.map((language) => [row.name, language, row] as const));

test.each(helps)('%s has help in %s', async (name, language, row) => {
  const column = language === 'en' ? 0 : 1;
  const { code, out, err } = await runWeiban(['--lang', language, ...name.split(' '), '--help'], {
    columns: 1000,
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(allMessages[row.text]?.[column]);
  expect(out).toMatch(language === 'en' ? /^Usage: weiban / : /^用法： weiban /);
  for (const { flags, text } of row.flags) {
    expect(out).toContain(`--${longName(flags)}`);
    expect(out).toContain(allMessages[text]?.[column]);
  }
});

const locales: [env: Record<string, string>, want: string][] = [
  [{}, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }, 'zh'],
  [{ LC_ALL: '', LANG: 'zh' }, 'zh'],
];

test.each(locales)('the locale %j selects %s', (env, want) => {
  expect(localeLanguage(env)).toBe(want);
});

const words: [words: string[], code: number, out: RegExp, err: RegExp][] = [
  [[], 0, /Commands:/, /^$/],
  [['--help'], 0, /Exit codes:/, /^$/],
  [['--lang', 'zh'], 0, /退出码：/, /^$/],
  [['--lang=zh', '--help'], 0, /命令：/, /^$/],
  [['ops', '--lang', 'fr'], 2, /^$/, /--lang is en or zh, not "fr"/],
  [['help', 'token'], 0, /--fresh/, /^$/],
  [['--version'], 0, /^\d+\.\d+\.\d+/, /^$/],
  [['tokn'], 2, /^$/, /no command tokn; did you mean token\?/],
  [['tokn', '--lang', 'zh'], 2, /^$/, /没有命令 tokn，您是否要使用 token？/],
  [['zzzzzz'], 2, /^$/, /no command zzzzzz; see/],
  [['config'], 2, /^$/, /weiban config needs a subcommand/],
  [['config', 'sett'], 2, /^$/, /did you mean set\?/],
  [['show'], 2, /^$/, /weiban show needs <operation>/],
  [['token', 'extra'], 2, /^$/, /too many arguments for weiban token/],
  [['token', '--shw'], 2, /^$/, /no flag --shw; did you mean --show\?/],
  [['ops', '--output', 'yaml'], 2, /^$/, /table, json/],
];

test.each(words)('weiban %j', async (argv, code, out, err) => {
  const result = await runWeiban(argv, { env: ownEnvironment() });
  expect(result.out).toMatch(out);
  expect(result.err).toMatch(err);
  expect(result.code).toBe(code);
});
