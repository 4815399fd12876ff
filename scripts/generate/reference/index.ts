import type { Model } from '../../spec/model.ts';
import { HEADER } from '../header.ts';
import { operationPage, titleOf } from './operation-page.ts';
import { categoriesOf, categoryPage, errorsPage, homePage, webhooksPage } from './other-pages.ts';

/** The reference: Markdown pages by file name in the output folder, and `navigation.json`, which lists them. */
export function emitReference(model: Model): ReadonlyMap<string, string> {
  const categories = categoriesOf(model);
  const pages = new Map<string, string>([
    ['index.md', homePage(model, categories)],
    ['errors.md', errorsPage(model)],
    ...(model.document.webhooks === undefined ? [] : [['webhooks.md', webhooksPage(model)] as const]),
    ...categories.map((category) => [`categories/${category.slug}.md`, categoryPage(category)] as const),
    ...model.operations.map(
      (operation) => [`operations/${operation.id}.md`, operationPage(model, operation)] as const,
    ),
  ]);
  const files = new Map<string, string>();
  for (const [name, text] of pages) files.set(`reference/${name}`, `---\n# ${HEADER}\n${text}`);
  const navigation = categories.map(({ slug, title, operations }) => ({
    text: title,
    link: `/categories/${slug}`,
    items: operations.map((operation) => ({ text: titleOf(operation), link: `/operations/${operation.id}` })),
  }));
  const list = JSON.stringify({ 'x-generated': HEADER, navigation }, undefined, 1);
  files.set('reference/navigation.json', `${list}\n`);
  return files;
}
