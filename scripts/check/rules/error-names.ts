import { isObject } from '../../spec/openapi.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';

/** Callers write the names in code, and people read the texts. */
export const errorNames: Rule = {
  code: 'error-names',
  sentence:
    'An error has a PascalCase name that differs from all others in more than case, an integer code, and its texts.',
  fix: 'correct the entry; docs/specification.md, "Errors", shows the form',
  check: ({ errorSource }) => {
    if (errorSource === undefined || !isObject(errorSource.value)) return [];
    const names = Object.keys(errorSource.value);
    return Object.entries(errorSource.value).flatMap(([name, entry], index) => {
      const report = (message: string): Finding => ({ message, place: placeOf(errorSource, [name]) });
      const same = names.findIndex((earlier) => earlier.toLowerCase() === name.toLowerCase());
      const fields = isObject(entry) ? entry : {};
      const empty = ['zh', 'en', 'advice'].filter(
        (key) => typeof fields[key] !== 'string' || fields[key].trim() === '',
      );
      return [
        ...(/^[A-Z][A-Za-z0-9]*$/.test(name) ? [] : [report(`${JSON.stringify(name)} is not PascalCase`)]),
        ...(same < index ? [report(`${name} and ${names[same]} differ only in case`)] : []),
        ...(Number.isInteger(fields.code) ? [] : [report(`${name} has no integer code`)]),
        ...empty.map((key) => report(`${name} has no ${key}`)),
      ];
    });
  },
};
