import type { Model } from '../../spec/model.ts';
import type { Language } from '../page-words.ts';
import { WORDS } from '../words.ts';
import { tryData } from './operation-data.ts';

/** The data of every operation in one language, as JSON by file name: `try/en/staffList.json`. Pages load it when needed. */
export function tryFiles(model: Model, language: Language): Map<string, string> {
  return new Map(
    model.operations.map((operation) => [
      `try/${language}/${operation.id}.json`,
      JSON.stringify(tryData(model, WORDS[language], operation)),
    ]),
  );
}
