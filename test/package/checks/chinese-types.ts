import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';
import { installProject } from '../install-project.ts';
import type { PackageCheck } from '../run-check.ts';
import { runProgram } from '../run-program.ts';

const COMPILERS = [
  ['5.9', 'typescript'],
  ['6.0', 'typescript-6'],
  ['7.0', 'typescript-7'],
] as const;
const CHINESE = /[\u4e00-\u9fff]/;
/** A place in a source: a name, then a comment that says what it is, where the formatter puts it. */
const MARKED = /(\w+)[( ]*\/\* ([\w ]+) \*\//g;
/** A group, a method, an argument, …: a source without marks would pass. */
const FEWEST_HOVERS = 8;

/** Programs that import `weiban-openapi/zh` compile, fit those that import `weiban-openapi`, and show Chinese texts. */
export const chineseTypes: readonly PackageCheck[] = COMPILERS.map(([version, compiler]) => ({
  name: `chinese-types-${version}`,
  run: async (context) => {
    const folder = await installProject(context, 'chinese');
    const tsc = join(context.project, 'node_modules', compiler, 'bin/tsc');
    await runProgram(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: folder });
    await runProgram(process.execPath, ['--input-type=module', '-e', SAME_CODE], { cwd: folder });
    // Its language service is not read here: it would need a client of the language server protocol.
    if (version === '7.0') return 'compiles; both languages have the same code and fit each other';
    const hovers = hoversIn(createRequire(join(context.project, 'package.json'))(compiler), folder);
    const english = [...hovers].filter(([, text]) => !CHINESE.test(text));
    if (english.length > 0 || hovers.size < FEWEST_HOVERS)
      throw new Error(
        `${hovers.size} hovers; not in Chinese:\n${english.map((row) => row.join(': ')).join('\n')}`,
      );
    return `compiles; ${hovers.size} hovers are in Chinese: ${[...hovers.keys()].join(', ')}`;
  },
}));

const SAME_CODE = ['', '/operations', '/errors']
  .map(
    (name) =>
      `if (await import('weiban-openapi${name}') !== await import('weiban-openapi/zh${name}')) throw new Error('${name} has two copies');`,
  )
  .join('\n');

/** The documentation that an editor shows at each marked name of the project. */
function hoversIn(ts: typeof TypeScript, folder: string): Map<string, string> {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    folder,
  );
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const text = ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  });
  const file = join(folder, 'hovers.ts');
  const marks = [...(ts.sys.readFile(file) ?? '').matchAll(MARKED)];
  return new Map(
    marks.map(({ index, 2: what = '' }) => {
      const info = service.getQuickInfoAtPosition(file, index);
      return [what, ts.displayPartsToString(info?.documentation)];
    }),
  );
}
