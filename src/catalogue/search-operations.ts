import { listOperations } from './find-operation.ts';
import { search } from './search.ts';
import { effectOf, loadBundle, operationAt, type TextLanguage } from './specification.ts';

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
  return search(summaries(language).map(inBothLanguages), words).map(({ shown }) => shown);
}

/** An operation with its texts in both languages: whoever reads one may search in the other. */
function inBothLanguages(shown: OperationSummary) {
  const both = [operationAt(shown.path, shown.method, 'en'), operationAt(shown.path, shown.method, 'zh')];
  const textOf = (key: 'summary' | 'description') => both.map((operation) => operation[key] ?? '').join('\n');
  return { ...shown, summary: textOf('summary'), description: textOf('description'), shown };
}

function summaries(language?: TextLanguage): OperationSummary[] {
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
