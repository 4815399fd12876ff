import type { Context } from '../../evidence/compare/context.ts';
import { type Located, placeIn } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { isObject } from '../../spec/openapi.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';

/** No caller could catch an error with a misspelt name. */
export const errorExists: Rule = {
  code: 'error-exists',
  sentence: 'Each name in x-errors exists in error-codes.yaml and is listed only once.',
  fix: 'add it to error-codes.yaml, or correct the name',
  check: (context) =>
    context.operations.flatMap((operation) =>
      errorNames(operation).flatMap((name, index, names): Finding[] => {
        const isTwice = names.indexOf(name) < index;
        if (!isTwice && entryOf(context, name) !== undefined) return [];
        const place = placeIn(operation.located, 'x-errors', index);
        return isTwice
          ? [{ message: `${operation.url} names ${name} twice`, place, fix: 'keep one of the two' }]
          : [{ message: `no error is called ${name}`, place }];
      }),
    ),
};

/** Nobody can receive an error that no operation names. */
export const errorUsed: Rule = {
  code: 'error-used',
  sentence: 'Each error is named by an operation, or is global.',
  fix: 'name it in the x-errors of the operations that return it, or delete it',
  check: (context) => {
    const { errorSource, operations } = context;
    if (errorSource === undefined || !isObject(errorSource.value)) return [];
    const used = new Set(operations.flatMap(errorNames));
    return Object.keys(errorSource.value)
      .filter((name) => !used.has(name) && entryOf(context, name)?.global === undefined)
      .map((name) => ({ message: `no operation names ${name}`, place: placeOf(errorSource, [name]) }));
  },
};

/** The page's error table and the operation's names agree, in both directions. */
export const errorDocumented: Rule = {
  code: 'error-documented',
  sentence:
    "Each row of a page's error table has a separate name on the operation, and each name's code is on the page or global.",
  fix: 'name the error in x-errors, with a separate name for each meaning',
  check: (context) => context.operations.flatMap((operation) => undocumented(operation, context)),
};

function undocumented(operation: Operation, context: Context): Finding[] {
  const { url, located, facts } = operation;
  if (facts === undefined) return [];
  const table = facts.page.errors ?? [];
  const named = errorNames(operation).map((name, index) => ({ name, index, entry: entryOf(context, name) }));
  const found: Finding[] = [];
  for (const code of new Set(table.map((row) => row.code))) {
    const meanings = [...new Set(table.filter((row) => row.code === code).map((row) => row.zh))];
    const names = named.filter(({ entry }) => entry?.code === code);
    if (names.length >= meanings.length || isGlobal(context, code)) continue;
    const message = `${facts.source.name} lists ${code} (${meanings.join('; ')}), but ${url} names ${names.length} of ${meanings.length}`;
    found.push({ message, place: placeIn(located, 'x-errors') });
  }
  for (const { name, index, entry } of named) {
    if (entry === undefined || entry.global !== undefined || table.some((row) => row.code === entry.code))
      continue;
    const message = `${name} has the code ${String(entry.code)}, which ${facts.source.name} does not list`;
    found.push({
      message,
      place: placeIn(located, 'x-errors', index),
      fix: 'remove the name, or give the error the code that the page lists',
    });
  }
  return found;
}

function errorNames({ located }: { readonly located: Located }): string[] {
  const names: unknown = located.value['x-errors'];
  return Array.isArray(names) ? names.map(String) : [];
}

function entryOf({ errorSource }: Context, name: string): Readonly<Record<string, unknown>> | undefined {
  const table: unknown = errorSource?.value;
  const entry = isObject(table) && Object.hasOwn(table, name) ? table[name] : undefined;
  return isObject(entry) ? entry : undefined;
}

function isGlobal({ errorSource }: Context, code: number): boolean {
  const table: unknown = errorSource?.value;
  return (
    isObject(table) &&
    Object.values(table).some((entry) => isObject(entry) && entry.code === code && entry.global !== undefined)
  );
}
