import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command, LanguageTool, Places } from '../language-tool.ts';
import { generateWith, getGenerator, OPENAPI_GENERATOR } from './openapi-generator.ts';

/** The generators of Python. */
export const python: readonly LanguageTool[] = [
  {
    name: 'python-openapi-python-client',
    language: 'Python',
    tool: 'openapi-python-client',
    version: '0.29.1',
    needs: ['python3'],
    note: {
      en: 'Synchronous and asynchronous, on httpx. Takes answers whose types differ from the documented ones. Give the token as `httpx_args={"params": …}`.',
      zh: '基于 httpx，同步、异步都有。应答类型与文档不一致时也能读取。token 通过 `httpx_args={"params": …}` 附加。',
    },
    commands: (places) => {
      const venv = venvOf(places, 'python-openapi-python-client');
      const generate = ['generate', '--path', places.document, '--config', 'config.yaml'];
      const output = ['--meta', 'none', '--output-path', 'weiban_client', '--fail-on-warning'];
      return {
        install: venv.install,
        generate: [[venv.program('openapi-python-client'), ...generate, ...output]],
        compile: typeCheck(venv, 'weiban_client'),
        run: [venv.program('python'), 'main.py'],
      };
    },
  },
  {
    name: 'python-openapi-generator',
    language: 'Python',
    tool: 'openapi-generator python',
    version: OPENAPI_GENERATOR,
    needs: ['python3', 'java', 'mvn'],
    note: {
      en: 'On urllib3 and Pydantic with strict types: an answer whose type differs from the documented one raises a `ValidationError`.',
      zh: '基于 urllib3 和 Pydantic 的严格类型：应答中的类型与文档不一致时抛出 `ValidationError`。',
    },
    commands: (places) => {
      const venv = venvOf(places, 'python-openapi-generator');
      return {
        install: [...venv.install, getGenerator(places)],
        generate: [generateWith(places, 'python', { packageName: 'weiban_client' })],
        compile: typeCheck(venv, 'client/weiban_client'),
        run: [venv.program('python'), 'main.py'],
      };
    },
    env: ({ project }) => inFolder(join(project, 'client')),
  },
  {
    name: 'python-datamodel-code-generator',
    language: 'Python',
    tool: 'datamodel-code-generator',
    version: '0.89.0',
    needs: ['python3'],
    note: {
      en: 'Pydantic models alone: send with httpx. Without `--strict-nullable` a required field refuses null. `--enum-field-as-literal all` avoids enumerations called `Type1`, `Type2`.',
      zh: '只生成 Pydantic 模型，请求用 httpx 发送。不加 `--strict-nullable` 时，必填字段不接受 null。`--enum-field-as-literal all` 可避免 `Type1`、`Type2` 这样的枚举名。',
    },
    commands: (places) => {
      const venv = venvOf(places, 'python-datamodel-code-generator');
      return {
        install: venv.install,
        generate: [
          [
            venv.program('datamodel-codegen'),
            ...['--input', places.document, '--input-file-type', 'openapi', '--output', 'weiban_models.py'],
            ...['--output-model-type', 'pydantic_v2.BaseModel', '--target-python-version', '3.11'],
            ...['--strict-nullable', '--enum-field-as-literal', 'all', '--formatters', 'builtin'],
            ...['--use-annotated', '--use-type-alias'],
          ],
        ],
        compile: typeCheck(venv, 'weiban_models.py'),
        run: [venv.program('python'), 'main.py'],
      };
    },
  },
];

/** A virtual environment in the cache, with what a project's requirements.txt pins. */
interface Venv {
  readonly install: readonly Command[];
  /** The path of one of its programs. */
  readonly program: (name: string) => string;
}

function venvOf({ root, cache }: Places, name: string): Venv {
  const pinned = readFileSync(join(root, 'test/languages/programs', name, 'requirements.txt'));
  const key = createHash('sha256').update(pinned).digest('hex').slice(0, 12);
  const folder = join(cache, `${name}-${key}`);
  const program = (file: string) => join(folder, 'bin', file);
  return {
    install: [
      ['python3', '-m', 'venv', folder],
      [program('pip'), 'install', '--quiet', '--no-deps', '-r', 'requirements.txt'],
    ],
    program,
  };
}

const IMPORT_ALL = `import importlib, pkgutil, sys
root = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(root, '__path__', []), root.__name__ + '.'):
    importlib.import_module(module.name)`;

/** Imports every module that was generated, and checks its types and those of the program. */
function typeCheck(venv: Venv, path: string): Command[] {
  return [
    [venv.program('python'), '-c', IMPORT_ALL, basename(path, '.py')],
    [venv.program('mypy'), '--no-error-summary', 'main.py', path],
  ];
}

const inFolder = (folder: string) => ({ PYTHONPATH: folder, MYPYPATH: folder });
