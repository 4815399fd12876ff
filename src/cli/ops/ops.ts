import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { listOperations } from '../find-operation.ts';
import { jsonText } from '../output/json.ts';
import { table } from '../output/table.ts';
import { loadBundle, operationAt } from '../specification.ts';
import { search } from './search.ts';

/** `weiban ops`: the operations that some words are about, best first; all of them without words. */
export const ops: Run = async ({ stdout, stderr, say, language }, { words, flags }) => {
  const found = search(searchable(), words);
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
    `${language === 'zh' ? title : `${summary} ${title}`}${status ? ` [${status}]` : ''}`,
  ]);
  stdout.write(table(heading, rows, stdout.columns));
  return exitCode('ok');
};

function searchable() {
  const categories = new Map(
    loadBundle().tags?.map((tag) => [tag.name, `${tag.name} ${tag['x-title'] ?? ''}`]),
  );
  return listOperations().map(({ name, id, method, path }) => {
    const operation = operationAt(path, method);
    const { summary, description = '', tags = [] } = operation;
    return {
      name,
      id,
      method,
      path,
      title: operation['x-page']?.title ?? '',
      summary,
      category: tags.map((tag) => categories.get(tag) ?? tag).join(' '),
      safety: operation['x-safety'] ?? '',
      status: operation['x-status'] ?? '',
      description,
    };
  });
}
