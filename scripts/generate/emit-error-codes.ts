import {
  type StatementStructures,
  StructureKind,
  VariableDeclarationKind,
  type WriterFunction,
} from 'ts-morph';
import type { Model } from '../spec/model.ts';
import { createProject } from './project.ts';
import { commentText, literalOf } from './text.ts';

/** `error-codes.ts`: const objects with types of the same name for all error codes and for those of each operation. */
export function emitErrorCodes(model: Model): string {
  const entries = Object.entries(model.errors).sort(([a], [b]) => (a < b ? -1 : 1));
  const globals = entries.filter(([, { global }]) => global !== undefined);
  const names = globals.map(([name]) => literalOf(name));
  const statements: StatementStructures[] = [
    ...constObject(
      'ErrorCode',
      entries.map(([name, { code, en }]) => [name, code, en]),
      'Every documented error code, by name. Several names may share a code.',
    ),
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: 'ErrorName',
      type: 'keyof ErrorCodes',
      docs: [{ description: 'The name of any documented error.' }],
    },
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: 'ErrorCodes',
      docs: [{ description: 'The code of each name.' }],
      properties: entries.map(([name, { code }]) => ({ name, type: String(code), isReadonly: true })),
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
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
  const project = createProject();
  return project.createSourceFile('error-codes.ts', { statements }).getFullText();
}

function constObject(
  name: string,
  rows: readonly (readonly [name: string, code: number, text: string])[],
  text: string,
): StatementStructures[] {
  const write: WriterFunction = (writer) => {
    writer.inlineBlock(() => {
      for (const [key, code, en] of rows)
        writer.writeLine(`/** ${commentText(en).replaceAll('\n', ' ')} */`).writeLine(`${key}: ${code},`);
    });
    writer.write(' as const');
  };
  return [
    constant(name, write, text),
    { kind: StructureKind.TypeAlias, isExported: true, name, type: `(typeof ${name})[keyof typeof ${name}]` },
  ];
}

function constant(name: string, initializer: string | WriterFunction, text: string): StatementStructures {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [{ description: commentText(text) }],
    declarations: [{ name, initializer }],
  };
}
