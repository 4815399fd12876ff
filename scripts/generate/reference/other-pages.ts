import type { ErrorEntry } from '../../spec/assemble.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { isObject, METHODS } from '../../spec/openapi.ts';
import { adviceCell } from './advice-cell.ts';
import { fieldRows } from './field-rows.ts';
import { blocks, inlineCode, lineText, page, pageProse, table } from './markdown.ts';
import { titleOf } from './operation-page.ts';
import { methodName } from './samples.ts';

/** A category of the documentation with its operations. */
export interface Category {
  readonly name: string;
  /** The name in addresses and file names: letters, digits and hyphens. */
  readonly slug: string;
  /** Its Chinese heading. */
  readonly title: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

/** The categories that have operations, in the specification's order. */
export function categoriesOf(model: Model): Category[] {
  return (model.document.tags ?? [])
    .map((tag) => ({
      name: String(tag.name),
      slug: String(tag.name).replace(/[^A-Za-z0-9]+/g, '-'),
      title: String(tag['x-title'] ?? tag.name),
      description: String(tag.description ?? ''),
      operations: model.operations.filter(({ object }) => object.tags?.includes(String(tag.name))),
    }))
    .filter(({ operations }) => operations.length > 0);
}

/** The page of one category. */
export function categoryPage({ name, title, description, operations }: Category): string {
  const rows = operations.map((operation) => [
    `[${lineText(titleOf(operation))}](/operations/${operation.id})`,
    lineText(operation.object.summary ?? ''),
    inlineCode(`${operation.method.toUpperCase()} ${operation.path}`),
    inlineCode(methodName(operation)),
  ]);
  return page(
    { title: `${title} ${name}`, description },
    blocks(
      `# ${lineText(title)}`,
      pageProse(description),
      table(['接口', 'What it does', 'Endpoint', 'Method'], rows),
    ),
  );
}

/** The first page: the categories of operations. */
export function homePage(model: Model, categories: readonly Category[]): string {
  const { title, summary, version } = model.document.info;
  const rows = categories.map(({ slug, title: heading, description }) => [
    `[${lineText(heading)}](/categories/${slug})`,
    lineText(description),
  ]);
  return page(
    { title: String(title), description: String(summary ?? '') },
    blocks(
      `# ${lineText(String(title))}`,
      pageProse(String(summary ?? '')),
      `Version ${lineText(String(version))}. [Error codes](/errors)`,
      pageProse(String(model.document.info.description ?? '')),
      table(['分类', 'What it is about'], rows),
      model.document.webhooks === undefined ? undefined : '[Pushed messages](/webhooks)',
    ),
  );
}

/** The page of all errors, by code. Errors that any operation can answer come first. */
export function errorsPage(model: Model): string {
  const users = new Map<string, Operation[]>();
  for (const operation of model.operations)
    for (const { name } of operation.errors) users.set(name, [...(users.get(name) ?? []), operation]);
  const entries = Object.entries(model.errors).sort(([, a], [, b]) => a.code - b.code);
  const isCommon = ([, { global }]: [string, ErrorEntry]) => global !== undefined;
  const row = ([name, { code, zh, en, advice, advice_zh }]: [string, ErrorEntry]) => [
    inlineCode(String(code)),
    inlineCode(name),
    lineText(zh),
    lineText(en),
    adviceCell(advice_zh, advice),
    (users.get(name) ?? []).map(({ id }) => `[${lineText(id)}](/operations/${id})`).join(', '),
  ];
  const head = ['Code', 'Name', '中文', 'What it means', 'What to do 建议', 'Operations'];
  return page(
    { title: 'Errors 错误码', description: 'Every documented error, by code.' },
    blocks(
      '# Errors 错误码',
      'A code may mean different things for different operations; a name has one meaning.',
      '## Common to all operations {#common}',
      table(
        head.slice(0, -1),
        entries.filter(isCommon).map((entry) => row(entry).slice(0, -1)),
      ),
      '## Errors of single operations',
      table(head, entries.filter((entry) => !isCommon(entry)).map(row)),
    ),
  );
}

/** The page of the messages that are pushed to the company. */
export function webhooksPage(model: Model): string {
  const messages = Object.entries(model.document.webhooks ?? {}).flatMap(([name, item]) =>
    METHODS.flatMap((method) => (item[method] === undefined ? [] : [{ name, object: item[method] }])),
  );
  const sections = messages.map(({ name, object }) => {
    const source = object['x-page'];
    const schema = Object.values(object.requestBody?.content ?? {})[0]?.schema;
    const rows = fieldRows(model, schema).map(({ path, type, isRequired, notes }) => [
      inlineCode(path),
      lineText(type),
      isRequired ? 'yes' : '',
      notes.map(lineText).join('<br>'),
    ]);
    return blocks(
      `## ${lineText(object.summary ?? name)}`,
      `${inlineCode(name)}${isObject(source) ? ` ${lineText(String(source.title))}` : ''}`,
      pageProse(object.description ?? ''),
      table(['Field', 'Type', 'Always present', 'About'], rows),
    );
  });
  return page(
    {
      title: 'Pushed messages 消息订阅',
      description: 'Messages that Weiban pushes to an address of the company.',
    },
    blocks('# Pushed messages 消息订阅', ...sections),
  );
}
