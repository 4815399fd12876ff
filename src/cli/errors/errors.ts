import { nearest } from '../../base/nearest.ts';
import { type ErrorEntry, findErrors, listErrors } from '../../catalogue/index.ts';
import { type Run, textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import type { Say } from '../messages/say.ts';
import { formatOf } from '../output/format.ts';
import { rowFields } from '../output/parse-fields.ts';
import { maxOf, printRows } from '../output/print-rows.ts';
import { table } from '../output/table.ts';
import { UsageError } from '../usage-error.ts';

/** `weiban errors`: prints every meaning of a code, what to do about it, and the operations that document it. */
export const errors: Run = async (context, { words, flags }) => {
  const { stdout, say, language } = context;
  const most = maxOf(flags);
  const all = listErrors();
  const found = findErrors(all, words).slice(0, most);
  const [first] = found;
  if (!first) throw nothingFound(words, all);
  const names = rowFields(textOf(flags, 'fields'), first);
  const isText = flags.output === undefined || flags.output === 'text';
  if (names || !isText) printRows(context, found, names, formatOf(context, isText ? {} : flags));
  else if (words.length > 0) stdout.write(found.map((entry) => errorText(entry, say)).join('\n'));
  else {
    const heading = [say('columnCode'), say('columnName'), say('columnMeaning')];
    const rows = found.map(({ code, name, zh, en }) => [String(code), name, language === 'zh' ? zh : en]);
    stdout.write(table(heading, rows, stdout.columns));
  }
  return exitCode('ok');
};

function nothingFound(words: readonly string[], all: readonly ErrorEntry[]): UsageError {
  const near = nearest(
    words.join(''),
    all.map(({ name }) => name),
  );
  const slots = { words: words.join(' '), near: near ?? '' };
  return new UsageError(near ? 'noErrorNear' : 'noError', slots, 'nothing');
}

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
