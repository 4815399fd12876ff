import { askedOf } from '../../generated/search-words.ts';
import { listOperations } from './find-operation.ts';
import { createSearch, type Search } from './search.ts';
import { effectOf, loadBundle, operationAt, parametersAt, type TextLanguage } from './specification.ts';
import type { Searched } from './word-index.ts';

/** A short description of an operation. */
export interface OperationSummary {
  /** The method on the client: `opportunity.one`. */
  readonly name: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The documentation's title, in Chinese. */
  readonly title: string;
  readonly summary: string;
  /** The category's name and its Chinese title. */
  readonly category: string;
  readonly safety: string;
  /** See `effectOf`. */
  readonly effect: string;
  /** How far the documentation can be trusted, if that is in doubt; otherwise empty. */
  readonly status: string;
  readonly description: string;
}

/**
 * The operations that match some words in either language, best match first, each with its texts in one language.
 * Without words, all operations in order of operationId.
 */
export function searchOperations(words: readonly string[], language?: TextLanguage): OperationSummary[] {
  const all = summaries(language);
  // The search is prepared only for those who search.
  if (words.join('').trim() === '') return all;
  const byId = new Map(all.map((summary) => [summary.id, summary]));
  searchAll ??= createSearch(searched());
  return searchAll(words).flatMap(({ id }) => byId.get(id) ?? []);
}

/** The search, prepared when it is first needed. */
let searchAll: Search<Searched> | undefined;

/** Every operation with its texts in both languages: whoever reads one may search in the other. */
function searched(): Searched[] {
  const chinese = summaries('zh');
  return summaries('en').map((english, at) => {
    const textOf = (key: 'summary' | 'description') => `${english[key]}\n${chinese[at]?.[key] ?? ''}`;
    return {
      ...english,
      summary: textOf('summary'),
      description: textOf('description'),
      asked: askedOf[english.id] ?? [],
      arguments: parametersAt(english.path, english.method, 'zh')
        .map((parameter) => `${parameter.name} ${parameter.description ?? ''}`)
        .join('\n'),
    };
  });
}

function summaries(language?: TextLanguage): OperationSummary[] {
  // The name and the Chinese title.
  const categories = new Map(
    loadBundle(language).tags?.map((tag) => [tag.name, `${tag.name} ${tag['x-title'] ?? ''}`]),
  );
  return listOperations().map(({ name, id, method, path }) => {
    const operation = operationAt(path, method, language);
    const { summary = '', description = '', tags = [] } = operation;
    return {
      name,
      id,
      method,
      path,
      title: operation['x-page']?.title ?? '',
      summary,
      category: tags.map((tag) => categories.get(tag) ?? tag).join(' '),
      safety: operation['x-safety'] ?? '',
      effect: effectOf(operation),
      status: operation['x-status'] ?? '',
      description,
    };
  });
}
