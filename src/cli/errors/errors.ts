import { nearest } from '../../base/nearest.ts';
import { type ErrorEntry, findErrors, listErrors } from '../../catalogue/index.ts';
import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import type { Say } from '../messages/say.ts';
import { jsonText } from '../output/json.ts';
import { table } from '../output/table.ts';

/** `weiban errors`: prints every meaning of a code, what to do about it, and the operations that document it. */
export const errors: Run = async ({ stdout, stderr, say, language }, { words, flags }) => {
  const all = listErrors();
  const found = findErrors(all, words);
  if (found.length === 0) {
    const near = nearest(
      words.join(''),
      all.map(({ name }) => name),
    );
    stderr.write(
      `weiban: ${say(near ? 'noErrorNear' : 'noError', { words: words.join(' '), near: near ?? '' })}\n`,
    );
    return exitCode('api');
  }
  if (flags.output === 'json') stdout.write(jsonText(found));
  else if (words.length > 0) stdout.write(found.map((entry) => errorText(entry, say)).join('\n'));
  else {
    const heading = [say('columnCode'), say('columnName'), say('columnMeaning')];
    const rows = found.map(({ code, name, zh, en }) => [String(code), name, language === 'zh' ? zh : en]);
    stdout.write(table(heading, rows, stdout.columns));
  }
  return exitCode('ok');
};

function errorText(entry: ErrorEntry, say: Say): string {
  const { code, name, zh, en, advice, adviceZh, remedy, operations } = entry;
  const advices = [...new Set([adviceZh, advice])].filter(Boolean).map((text) => `→ ${text}`);
  const where = remedy ? say(`remedy_${remedy}`) : '';
  const list = operations.length > 0 ? say('listedBy', { operations: operations.join(', ') }) : '';
  const lines = [
    `${code} ${name}`,
    ...[zh, en, ...advices, where, list].filter(Boolean).map((line) => `  ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}
