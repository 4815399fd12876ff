import type { Model, Operation } from '../../spec/model.ts';
import { isObject, type OperationObject } from '../../spec/openapi.ts';
import type { Language } from '../page-words.ts';

/** A page of the vendor's documentation. */
export interface PageView {
  readonly id: string;
  readonly title: string;
  readonly modified: string;
  readonly url?: string;
}

/** The page that an operation comes from; undefined if none is known. */
export function pageOf(model: Model, object: OperationObject): PageView | undefined {
  const page = object['x-page'];
  if (!isObject(page)) return undefined;
  const [id, title, modified] = [page.id, page.title, page.modified].map((value) => String(value ?? ''));
  const docs = model.document.externalDocs;
  const base = isObject(docs) && typeof docs.url === 'string' ? docs.url : undefined;
  return {
    id: id ?? '',
    title: title ?? '',
    modified: modified ?? '',
    ...(base !== undefined &&
      isWebAddress(base) && { url: `${base.replace(/\/?$/, '/')}${encodeURIComponent(id ?? '')}` }),
  };
}

/** Addresses of other schemes, such as `javascript:`, are not linked. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** The title of an operation: in Chinese that of its page in the documentation, in English its summary; otherwise its id. */
export function titleOf({ object, id }: Operation, language: Language): string {
  const summary = object.summary?.trim().replace(/[.。]$/, '');
  const page = object['x-page'];
  const chinese = isObject(page) && typeof page.title === 'string' ? page.title.trim() : undefined;
  return (language === 'zh' ? (chinese ?? summary) : (summary ?? chinese)) ?? id;
}

/** A category of the documentation with its operations. */
export interface Category {
  readonly name: string;
  /** The name in addresses and file names: letters, digits and hyphens. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

/** The categories that have operations, in the specification's order. */
export function categoriesOf(model: Model, language: Language): Category[] {
  return (model.document.tags ?? [])
    .map((tag) => {
      const name = String(tag.name);
      const description = String(tag.description ?? '');
      return {
        name,
        slug: name.replace(/[^A-Za-z0-9]+/g, '-'),
        title: language === 'zh' ? String(tag['x-title'] ?? name) : englishTitle(name, description),
        description,
        operations: model.operations.filter(({ object }) => object.tags?.includes(name)),
      };
    })
    .filter(({ operations }) => operations.length > 0);
}

/** `ltc-orders` as a title: `LTC orders`. A word keeps the capitals that it has in the description. */
function englishTitle(name: string, description: string): string {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return name;
  const words = description.match(/[A-Za-z]+/g) ?? [];
  const written = new Map(
    words.filter((word) => /[A-Z]{2}|[a-z][A-Z]/.test(word)).map((word) => [word.toLowerCase(), word]),
  );
  const text = name
    .split('-')
    .map((word) => written.get(word) ?? word)
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
