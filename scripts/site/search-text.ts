import type { PageWords } from './page-words.ts';
import type { ListedError } from './view/error-view.ts';
import type { FieldView } from './view/field-view.ts';
import type { OperationView } from './view/operation-view.ts';
import type { WebhookView } from './view/webhook-view.ts';

/** A part of a page that the search finds by itself. Its titles are HTML, as VitePress shows them. */
export interface SearchSection {
  readonly anchor: string;
  readonly titles: readonly string[];
  readonly text: string;
}

/** What the search finds of an operation, in both languages. */
export function operationSearch(
  view: OperationView,
  other: OperationView,
  words: PageWords,
): SearchSection[] {
  const title = `${view.title} ${view.path}`;
  const about = [view.summary, view.call, view.id, other.title, other.summary, view.description];
  return [
    section([title], '', about.filter(Boolean).join(' ')),
    section([title, words.arguments], 'arguments', fieldText(view.arguments)),
    section([title, words.result], 'result', fieldText(view.result)),
    section(
      [title, words.errors],
      'errors',
      view.errors.map(({ code, name }) => `${code} ${name}`).join(' '),
    ),
  ].filter(({ text }) => text !== '');
}

/** What the search finds of the errors: each by itself. */
export function errorsSearch(title: string, errors: readonly ListedError[]): SearchSection[] {
  return [
    section([title], '', title),
    ...errors.map(({ code, name, text, other }) =>
      section([title, `${code} ${name}`], name, `${text} ${other}`),
    ),
  ];
}

/** What the search finds of the pushed messages: each by itself. */
export function webhooksSearch(title: string, messages: readonly WebhookView[]): SearchSection[] {
  return [
    section([title], '', title),
    ...messages.map((message) =>
      section(
        [title, `${message.title} ${message.name}`],
        message.anchor,
        `${message.description ?? ''} ${fieldText(message.fields)}`,
      ),
    ),
  ];
}

/** What the search finds of a page with a title and one text. */
export function plainSearch(title: string, text: string): SearchSection[] {
  return [section([title], '', text)];
}

function fieldText(fields: readonly FieldView[]): string {
  return fields
    .map(({ name, text = '', fields: inside = [] }) => `${name} ${text} ${fieldText(inside)}`)
    .join(' ');
}

function section(titles: readonly string[], anchor: string, text: string): SearchSection {
  return { anchor, titles: titles.map(escapeHtml), text };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
