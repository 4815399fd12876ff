import type { Model } from '../spec/model.ts';

/**
 * Every error as data, for programs in other languages: its name, code, both texts, both pieces of advice, how the client
 * handles it, and the operations that document it.
 */
export function emitErrorList({ errors, operations }: Model): object {
  const rows = Object.entries(errors).map(([name, { code, zh, en, advice, advice_zh, global }]) => ({
    name,
    code,
    zh,
    en,
    ...(advice !== '' && { advice }),
    ...(advice_zh !== undefined && { adviceZh: advice_zh }),
    ...(global !== undefined && { remedy: global }),
    operations: operations
      .filter((operation) => operation.errors.some((error) => error.name === name))
      .map(({ id }) => id),
  }));
  return { errors: rows.sort((a, b) => a.code - b.code || (a.name < b.name ? -1 : 1)) };
}
