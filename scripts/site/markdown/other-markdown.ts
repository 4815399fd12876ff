import type { ListedError } from '../view/error-view.ts';
import { methodName } from '../view/samples.ts';
import { type Category, titleOf } from '../view/titles.ts';
import type { WebhookView } from '../view/webhook-view.ts';
import type { Words } from '../words.ts';
import { blocks, inlineCode, lineText, pageProse } from './markdown.ts';
import { errorLine, fieldList } from './operation-markdown.ts';

/** The list of an operation's page in a list of pages: title, address, summary. */
function operationLines(
  { operations }: Category,
  language: Words['language'],
  addressOf: (id: string) => string,
): string {
  return operations
    .map((operation) => {
      const title = lineText(titleOf(operation, language));
      return `- [${title}](${addressOf(operation.id)}): ${inlineCode(`${operation.method.toUpperCase()} ${operation.path}`)} ${inlineCode(methodName(operation))}`;
    })
    .join('\n');
}

/** A category as Markdown. */
export function categoryMarkdown(category: Category, { language }: Words): string {
  return blocks(
    `# ${lineText(category.title)}`,
    pageProse(category.description),
    operationLines(category, language, (id) => `../operations/${id}.md`),
  );
}

/** All errors as Markdown. */
export function errorsMarkdown(
  { common, single }: { readonly common: readonly ListedError[]; readonly single: readonly ListedError[] },
  { page }: Words,
): string {
  return blocks(
    `# ${page.errors}`,
    page.errorsText,
    `## ${page.commonErrors}`,
    common.map(errorLine).join('\n'),
    `## ${page.singleErrors}`,
    single.map(errorLine).join('\n'),
  );
}

/** The pushed messages as Markdown. */
export function webhooksMarkdown(messages: readonly WebhookView[], { page }: Words): string {
  return blocks(
    `# ${page.webhooks}`,
    page.webhooksText,
    ...messages.map(({ name, title, description, fields }) =>
      blocks(
        `## ${lineText(title)}`,
        inlineCode(name),
        pageProse(description ?? ''),
        fieldList(fields, { optional: page.optional }),
      ),
    ),
  );
}
