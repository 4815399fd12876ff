import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command, Example, LanguageTool, Places } from '../language-tool.ts';
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
      en: 'Synchronous and asynchronous, on httpx. Takes answers whose types differ from the documented ones. Give the token as `httpx_args={"params": …}`; then keep the logger `httpx` above INFO, where it logs URLs.',
      zh: '基于 httpx，同步、异步都有。应答类型与文档不一致时也能读取。token 通过 `httpx_args={"params": …}` 附加；httpx 在 INFO 级别会记录完整 URL，请把它的日志级别调高。',
    },
    commands: (places) => {
      const venv = venvOf(places, 'test/languages/programs/python-openapi-python-client');
      return {
        install: venv.install,
        generate: [openapiPythonClient(venv, places)],
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
      en: 'On urllib3 and Pydantic with strict types: an answer whose type differs from the documented one raises a `ValidationError`. The message of a failed connection has the address, and with it the token: do not log it.',
      zh: '基于 urllib3 和 Pydantic 的严格类型：应答中的类型与文档不一致时抛出 `ValidationError`。连接失败的异常信息含完整 URL 和 token，不要写进日志。',
    },
    commands: (places) => {
      const venv = venvOf(places, 'test/languages/programs/python-openapi-generator');
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
      const venv = venvOf(places, 'test/languages/programs/python-datamodel-code-generator');
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

/** The example of Python. */
export const pythonExample: Example = {
  name: 'example-python',
  folder: 'python',
  needs: ['python3'],
  env: ({ root }) => ({ WEIBAN_DATA: join(root, 'generated') }),
  commands: (places) => {
    const venv = exampleVenv(places);
    return {
      install: venv.install,
      generate: [openapiPythonClient(venv, places)],
      compile: typeCheck(venv, 'weiban_client', '--strict', 'weiban', 'vector_checks'),
    };
  },
  run: (places, args) => [exampleVenv(places).program('python'), 'main.py', ...args],
};

/** A virtual environment in the cache. */
interface Venv {
  readonly install: readonly Command[];
  /** The path of one of its programs. */
  readonly program: (name: string) => string;
}

/** The environment of a folder of the repository, keyed by what its requirements pin. The last file leads to the others. */
function venvOf({ root, cache }: Places, folder: string, requirements = ['requirements.txt']): Venv {
  const hash = createHash('sha256');
  for (const file of requirements) hash.update(readFileSync(join(root, folder, file)));
  const venv = join(cache, `${basename(folder)}-${hash.digest('hex').slice(0, 12)}`);
  const program = (name: string) => join(venv, 'bin', name);
  return {
    install: [
      ['python3', '-m', 'venv', venv],
      [program('pip'), 'install', '--quiet', '--no-deps', '-r', requirements.at(-1) ?? ''],
    ],
    program,
  };
}

const exampleVenv = (places: Places) =>
  venvOf(places, 'examples/python', ['requirements.txt', 'requirements-dev.txt']);

function openapiPythonClient(venv: Venv, { document }: Places): Command {
  const generate = ['generate', '--path', document, '--config', 'config.yaml', '--fail-on-warning'];
  const output = ['--meta', 'none', '--output-path', 'weiban_client'];
  return [venv.program('openapi-python-client'), ...generate, ...output];
}

const IMPORT_ALL = `import importlib, pkgutil, sys
root = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(root, '__path__', []), root.__name__ + '.'):
    importlib.import_module(module.name)`;

/** Imports every module that was generated, and checks its types and those of the program. */
function typeCheck(venv: Venv, path: string, ...more: readonly string[]): Command[] {
  return [
    [venv.program('python'), '-c', IMPORT_ALL, basename(path, '.py')],
    [venv.program('mypy'), '--no-error-summary', ...more, 'main.py', path],
  ];
}

const inFolder = (folder: string) => ({ PYTHONPATH: folder, MYPYPATH: folder });
