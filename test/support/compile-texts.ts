import { dirname } from 'node:path';
import ts from 'typescript';

const library = new Map<string, ts.SourceFile | undefined>();
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es5.d.ts'],
  types: [],
  noEmit: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
};

/** The compiler's messages about files in memory, but for the library and the types that are the same for all. */
export function compileTexts(
  files: Readonly<Record<string, string>>,
): { file: string; line: number; text: string }[] {
  const root = '/random';
  const names = Object.keys(files);
  const textOf = (path: string) =>
    dirname(path).startsWith(root) ? files[path.slice(root.length + 1)] : undefined;
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(OPTIONS),
    fileExists: (path) => textOf(path) !== undefined || (!path.startsWith(root) && ts.sys.fileExists(path)),
    readFile: (path) => textOf(path) ?? ts.sys.readFile(path),
    directoryExists: () => true,
    getSourceFile: (path, target) => {
      const text = textOf(path);
      if (text !== undefined) return ts.createSourceFile(path, text, target);
      if (!library.has(path))
        library.set(path, ts.createSourceFile(path, ts.sys.readFile(path) ?? '', target));
      return library.get(path);
    },
  };
  const program = ts.createProgram(
    names.map((name) => `${root}/${name}`),
    OPTIONS,
    host,
  );
  return names
    .filter((name) => name !== 'call-types.ts')
    .flatMap((name) => {
      const file = program.getSourceFile(`${root}/${name}`);
      const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return diagnostics.map(({ start = 0, messageText }) => ({
        file: name,
        line: file?.getLineAndCharacterOfPosition(start).line ?? 0,
        text: ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 400),
      }));
    });
}
