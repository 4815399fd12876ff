import { searchOperations } from '../../catalogue/index.ts';
import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { jsonText } from '../output/json.ts';
import { table } from '../output/table.ts';

/** `weiban ops`: lists the operations that match some words, best match first. Without words, lists all operations. */
export const ops: Run = async ({ stdout, stderr, say, language }, { words, flags }) => {
  const found = searchOperations(words, language);
  if (found.length === 0) {
    stderr.write(`weiban: ${say('noOperation', { words: words.join(' ') })}\n`);
    return exitCode('api');
  }
  if (flags.output === 'json' || (flags.output === undefined && !stdout.isTTY)) {
    stdout.write(jsonText(found.map(({ description: _, ...operation }) => operation)));
    return exitCode('ok');
  }
  const heading = [say('columnMethod'), 'HTTP', say('columnPath'), say('columnTitle')];
  const rows = found.map(({ name, method, path, title, summary, status }) => [
    name,
    method,
    path,
    `${language === 'zh' ? summary : `${summary} ${title}`}${status ? ` [${status}]` : ''}`,
  ]);
  stdout.write(table(heading, rows, stdout.columns));
  return exitCode('ok');
};
