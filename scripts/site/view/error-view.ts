import type { Model, Operation } from '../../spec/model.ts';
import type { Language } from '../page-words.ts';

/** One error in the language of the page. */
export interface ErrorView {
  readonly name: string;
  readonly code: number;
  readonly text: string;
  readonly advice: string;
}

/** One error on the page of all errors. */
export interface ListedError extends ErrorView {
  /** The text in the other language, which the filter searches, too. */
  readonly other: string;
  /** The ids of the operations that document it. Empty for an error that any operation may answer. */
  readonly operations: readonly string[];
}

/** An error of the specification in one language, in English where it has no Chinese. */
export function errorView(model: Model, name: string, language: Language): ErrorView {
  const entry = model.errors[name];
  if (entry === undefined) throw new Error(`There is no error ${name}.`);
  const { code, zh, en, advice, advice_zh } = entry;
  return language === 'zh'
    ? { name, code, text: zh || en, advice: advice_zh ?? advice }
    : { name, code, text: en, advice };
}

/** All errors by code: those that any operation may answer, and those of single operations. */
export function errorsView(
  model: Model,
  language: Language,
): { readonly common: ListedError[]; readonly single: ListedError[] } {
  const users = new Map<string, Operation[]>();
  for (const operation of model.operations)
    for (const { name } of operation.errors) users.set(name, [...(users.get(name) ?? []), operation]);
  const names = Object.entries(model.errors)
    .sort(([, a], [, b]) => a.code - b.code)
    .map(([name]) => name);
  const isCommon = (name: string) => model.errors[name]?.global !== undefined;
  const listed = (name: string): ListedError => ({
    ...errorView(model, name, language),
    other: errorView(model, name, language === 'zh' ? 'en' : 'zh').text,
    operations: isCommon(name) ? [] : (users.get(name) ?? []).map(({ id }) => id),
  });
  return {
    common: names.filter(isCommon).map(listed),
    single: names.filter((name) => !isCommon(name)).map(listed),
  };
}
