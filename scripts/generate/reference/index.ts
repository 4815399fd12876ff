import { remembered, type TextCache } from '../../kit/text-cache.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { HEADER } from '../header.ts';
import { operationPage, titleOf } from './operation-page.ts';
import { categoriesOf, categoryPage, errorsPage, homePage, webhooksPage } from './other-pages.ts';
import { pageSource } from './page-source.ts';

/**
 * The reference: Markdown pages by file name below the output folder, and `navigation.json`, which lists them.
 * @param cache the operations' pages that are known already, by what they are made of.
 */
export function emitReference(model: Model, cache?: TextCache): ReadonlyMap<string, string> {
  const pageOf =
    cache === undefined ? (each: Operation) => operationPage(model, each) : fromCache(model, cache);
  const categories = categoriesOf(model);
  const pages = new Map<string, string>([
    ['index.md', homePage(model, categories)],
    ['errors.md', errorsPage(model)],
    ...(model.document.webhooks === undefined ? [] : [['webhooks.md', webhooksPage(model)] as const]),
    ...categories.map((category) => [`categories/${category.slug}.md`, categoryPage(category)] as const),
    ...model.operations.map((each) => [`operations/${each.id}.md`, pageOf(each)] as const),
  ]);
  const files = new Map<string, string>();
  for (const [name, text] of pages) files.set(`reference/${name}`, `---\n# ${HEADER}\n${text}`);
  const navigation = categories.map(({ slug, title, operations }) => ({
    text: title,
    link: `/categories/${slug}`,
    items: operations.map((each) => ({ text: titleOf(each), link: `/operations/${each.id}` })),
  }));
  const list = JSON.stringify({ 'x-generated': HEADER, navigation }, undefined, 1);
  files.set('reference/navigation.json', `${list}\n`);
  return files;
}

/** Writes the pages that are not known. */
function fromCache(model: Model, cache: TextCache): (operation: Operation) => string {
  const sourceOf = pageSource(model);
  return (operation) => remembered(cache, sourceOf(operation), () => operationPage(model, operation));
}
