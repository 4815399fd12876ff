import {
  type StatementStructures,
  StructureKind,
  VariableDeclarationKind,
  type WriterFunction,
} from 'ts-morph';
import type { Model } from '../spec/model.ts';
import { createProject } from './project.ts';
import { commentText, literalOf } from './text.ts';
import { say } from './words.ts';

/** `error-codes.ts`: const objects with types of the same name for all error codes and for those of each operation. */
export function emitErrorCodes(model: Model): string {
  const { language } = model;
  const entries = Object.entries(model.errors).sort(([a], [b]) => (a < b ? -1 : 1));
  const globals = entries.filter(([, { global }]) => global !== undefined);
  const names = globals.map(([name]) => literalOf(name));
  const statements: StatementStructures[] = [
    ...constObject(
      'ErrorCode',
      entries.map(([name, entry]) => [name, entry.code, entry[language] ?? '']),
      say(language, 'errorCode'),
    ),
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: 'ErrorName',
      type: 'keyof ErrorCodes',
      docs: [{ description: say(language, 'errorName') }],
    },
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: 'ErrorCodes',
      docs: [{ description: say(language, 'errorCodes') }],
      properties: entries.map(([name, { code }]) => ({ name, type: String(code), isReadonly: true })),
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: 'GlobalErrorName',
      type: names.length === 0 ? 'never' : names.join(' | '),
      docs: [{ description: say(language, 'globalErrorName') }],
    },
    constant(
      'globalErrors',
      `${literalOf(Object.fromEntries(globals.map(([name, { code, global }]) => [name, [code, global]])))} as const`,
      say(language, 'globalErrors'),
    ),
  ];
  for (const { typeName, id, errors } of model.operations) {
    if (errors.length === 0) continue;
    const rows = errors.map(({ name, code }): [string, number, string] => [
      name,
      code,
      model.errors[name]?.[language] ?? '',
    ]);
    statements.push(...constObject(`${typeName}Error`, rows, say(language, 'operationErrors', { id })));
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
