import { searchOperations } from '../../catalogue/index.ts';
import { type Run, textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { formatOf } from '../output/format.ts';
import { rowFields } from '../output/parse-fields.ts';
import { maxOf, printRows } from '../output/print-rows.ts';
import { table } from '../output/table.ts';
import { UsageError } from '../usage-error.ts';

/** `weiban ops`: lists the operations that match some words, best match first. Without words, lists all operations. */
export const ops: Run = async (context, { words, flags }) => {
  const { stdout, say, language } = context;
  const most = maxOf(flags);
  const found = searchOperations(words, language);
  const [first] = found;
  if (!first) throw new UsageError('noOperation', { words: words.join(' ') }, 'nothing');
  const names = rowFields(textOf(flags, 'fields'), first);
  const format = formatOf(context, flags);
  const listed = found.slice(0, most);
  if (names) printRows(context, listed, names, format);
  else if (format !== 'table')
    printRows(
      context,
      listed.map(({ description: _, ...operation }) => operation),
      undefined,
      format,
    );
  else {
    const heading = [say('columnMethod'), 'HTTP', say('columnPath'), say('columnTitle')];
    const rows = listed.map(({ name, method, path, title, summary, status }) => [
      name,
      method,
      path,
      `${language === 'zh' ? summary : `${summary} ${title}`}${status ? ` [${status}]` : ''}`,
    ]);
    stdout.write(table(heading, rows, stdout.columns));
  }
  return exitCode('ok');
};
