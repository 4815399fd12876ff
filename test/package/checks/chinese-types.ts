import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';
import { installProject } from '../install-project.ts';
import { startLanguageServer } from '../language-server.ts';
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
    const file = join(folder, 'hovers.ts');
    const text = readFileSync(file, 'utf8');
    const marks = [...text.matchAll(MARKED)].map(({ index, 2: what = '' }) => ({ index, what }));
    const hovers =
      version === '7.0'
        ? await serverHovers(tsc, folder, file, text, marks)
        : serviceHovers(createRequire(join(context.project, 'package.json'))(compiler), folder, file, marks);
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

interface Mark {
  readonly index: number;
  readonly what: string;
}

/** The documentation that an editor shows at each mark, as the compiler's language service tells it. */
function serviceHovers(
  ts: typeof TypeScript,
  folder: string,
  file: string,
  marks: readonly Mark[],
): Map<string, string> {
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
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  });
  return new Map(
    marks.map(({ index, what }) => {
      const info = service.getQuickInfoAtPosition(file, index);
      return [what, ts.displayPartsToString(info?.documentation)];
    }),
  );
}

/** The same from the language server of TypeScript 7, which has no service to call. Its texts begin with the type. */
async function serverHovers(
  tsc: string,
  folder: string,
  file: string,
  text: string,
  marks: readonly Mark[],
): Promise<Map<string, string>> {
  const server = await startLanguageServer(tsc, folder, file, text);
  try {
    const hovers = new Map<string, string>();
    for (const { index, what } of marks) {
      const before = text.slice(0, index).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      hovers.set(what, await server.hover(position));
    }
    return hovers;
  } finally {
    server.close();
  }
}
