import type { Model } from '../spec/model.ts';
import { type Declaration, moduleText } from './declarations.ts';
import { commentText, literalOf } from './text.ts';

/** `error-codes.ts`: const objects with types of the same name for all error codes and for those of each operation. */
export function emitErrorCodes(model: Model): string {
  const entries = Object.entries(model.errors).sort(([a], [b]) => (a < b ? -1 : 1));
  const globals = entries.filter(([, { global }]) => global !== undefined);
  const names = globals.map(([name]) => literalOf(name));
  const statements: Declaration[] = [
    ...constObject(
      'ErrorCode',
      entries.map(([name, { code, en }]) => [name, code, en]),
      'Every documented error code, by name. Several names may share a code.',
    ),
    {
      kind: 'alias',
      name: 'ErrorName',
      type: 'keyof ErrorCodes',
      docs: [{ description: 'The name of any documented error.' }],
    },
    {
      kind: 'interface',
      name: 'ErrorCodes',
      docs: [{ description: 'The code of each name.' }],
      properties: entries.map(([name, { code }]) => ({ name, type: String(code), isReadonly: true })),
    },
    {
      kind: 'alias',
      name: 'GlobalErrorName',
      type: names.length === 0 ? 'never' : names.join(' | '),
      docs: [{ description: 'The names of the errors that any operation can answer.' }],
    },
    constant(
      'globalErrors',
      `${literalOf(Object.fromEntries(globals.map(([name, { code, global }]) => [name, [code, global]])))} as const`,
      'How the client handles each error that any operation can answer.',
    ),
  ];
  for (const { typeName, id, errors } of model.operations) {
    if (errors.length === 0) continue;
    const rows = errors.map(({ name, code }): [string, number, string] => [
      name,
      code,
      model.errors[name]?.en ?? '',
    ]);
    statements.push(...constObject(`${typeName}Error`, rows, `The errors that ${id} documents.`));
  }
  return moduleText(statements);
}

function constObject(
  name: string,
  rows: readonly (readonly [name: string, code: number, text: string])[],
  text: string,
): Declaration[] {
  const lines = rows.map(
    ([key, code, en]) => `/** ${commentText(en).replaceAll('\n', ' ')} */\n${key}: ${code},\n`,
  );
  return [
    constant(name, `{\n${lines.join('')}} as const`, text),
    { kind: 'alias', name, type: `(typeof ${name})[keyof typeof ${name}]` },
  ];
}

function constant(name: string, value: string, text: string): Declaration {
  return { kind: 'constant', name, value, docs: [{ description: commentText(text) }] };
}
