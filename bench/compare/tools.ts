import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { versionOf } from '../support/rivals.ts';
import type { SampleCall } from './calls.ts';

/** The input of a tool. */
export interface Task {
  /** The path of the OpenAPI document. */
  readonly document: string;
  /** The folder for its output and its packages. */
  readonly folder: string;
  /** The path of the Node that runs the other tools. */
  readonly node: string;
  /** The root folder of this package. */
  readonly project: string;
}

/** The source of a consumer of a tool's output: the lines before the calls, and each call as an expression. */
interface Consumer {
  readonly head: string;
  readonly calls: readonly string[];
}

/** One generator: how to run it, and how to call its output. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** The arguments to Node that generate into `<folder>/<output>`. */
  readonly generate: (task: Task) => readonly string[];
  readonly output: string;
  /** The consumer that is type-checked. */
  readonly consumer: (task: Task, calls: readonly SampleCall[]) => Consumer;
  /** The consumer that is bundled, if it differs. */
  readonly bundled?: (task: Task, calls: readonly SampleCall[]) => Consumer;
}

/** All tools except this package's generators. */
export const FOREIGN: readonly Tool[] = [
  {
    name: 'openapi-typescript + openapi-fetch',
    version: `${versionOf('openapi-typescript')} + ${versionOf('openapi-fetch')}`,
    output: 'openapi-typescript',
    generate: ({ document, folder }) => [
      bin(folder, 'openapi-typescript/bin/cli.js'),
      document,
      '-o',
      join(folder, 'openapi-typescript/schema.ts'),
    ],
    consumer: (_, calls) => ({
      head: `import createClient from 'openapi-fetch';\nimport type { paths } from './openapi-typescript/schema.ts';\nconst client = createClient<paths>({ baseUrl: 'http://127.0.0.1' });`,
      calls: calls.map(
        ({ method, path, parameters, body }) =>
          `client.${method.toUpperCase()}(${text(path)}, ${text({ params: parameters, body })})`,
      ),
    }),
  },
  {
    name: 'hey-api',
    version: versionOf('@hey-api/openapi-ts'),
    output: 'hey-api',
    generate: ({ document, folder }) => [
      bin(folder, '@hey-api/openapi-ts/bin/run.js'),
      ...['-i', document, '-o', join(folder, 'hey-api')],
      ...['-p', '@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'],
    ],
    consumer: ({ folder }, calls) => {
      const source = readFileSync(join(folder, 'hey-api/sdk.gen.ts'), 'utf8');
      const names = functionNames(source, /\.(get|post|put|patch|delete|head|options)</, /\burl: '([^']*)'/);
      return functions('./hey-api/sdk.gen.ts', calls, names, ({ parameters, body }) => [
        { ...parameters, body },
      ]);
    },
  },
  {
    name: 'orval (axios-functions)',
    version: versionOf('orval'),
    output: 'orval',
    generate: ({ folder }) => [
      bin(folder, 'orval/dist/bin/orval.mjs'),
      '--config',
      join(folder, 'orval.config.cjs'),
    ],
    consumer: ({ folder }, calls) => {
      const source = readFileSync(join(folder, 'orval/client.ts'), 'utf8');
      const names = functionNames(
        source,
        /axios\.default\.(get|post|put|patch|delete|head|options)\(/,
        /`([^`]*)`/,
      );
      return functions('./orval/client.ts', calls, names, ({ parameters: { path, query }, body }) => [
        ...Object.values(path ?? {}),
        ...(body === undefined ? [] : [body]),
        ...(query === undefined ? [] : [query]),
      ]);
    },
  },
  {
    name: 'Redocly generate-client (experimental)',
    version: versionOf('@redocly/cli'),
    output: 'redocly',
    generate: ({ document, folder }) => [
      bin(folder, '@redocly/cli/bin/cli.js'),
      ...['generate-client', document, '-o', join(folder, 'redocly/client.ts'), '--args-style', 'grouped'],
    ],
    consumer: ({ folder }, calls) => {
      const source = readFileSync(join(folder, 'redocly/client.ts'), 'utf8');
      const rows = source.matchAll(/^ {4}(\w+): \{ id: "[^"]*", method: "(\w+)", path: "([^"]*)"/gm);
      const names = new Map(
        [...rows].map(([, name = '', method = '', path = '']) => [placeOf(method.toLowerCase(), path), name]),
      );
      return functions('./redocly/client.ts', calls, names, ({ parameters, body }) => [
        { ...parameters, body },
      ]);
    },
  },
];

/** Writes a value as TypeScript: JSON without undefined members. */
export function text(value: unknown): string {
  return JSON.stringify(value);
}

function bin(folder: string, path: string): string {
  return resolve(folder, 'node_modules', path);
}

/** A key of method and path that ignores the names of path parameters and the template syntax. */
function placeOf(method: string, path: string): string {
  return `${method} ${path.replace(/\$?\{[^}]*\}/g, '{}')}`;
}

/** The exported functions of a module by method and path. */
function functionNames(source: string, method: RegExp, path: RegExp): ReadonlyMap<string, string> {
  const parts = source.split(/^ *export const /m).slice(1);
  return new Map(
    parts.map((part) => {
      const place = placeOf(method.exec(part)?.[1] ?? '', path.exec(part)?.[1] ?? '');
      return [place, /^\w+/.exec(part)?.[0] ?? ''];
    }),
  );
}

function functions(
  module: string,
  calls: readonly SampleCall[],
  names: ReadonlyMap<string, string>,
  argumentsOf: (call: SampleCall) => readonly unknown[],
): Consumer {
  const used = calls.flatMap((call) => {
    const name = names.get(placeOf(call.method, call.path));
    return name === undefined ? [] : [{ name, call }];
  });
  return {
    head: `import { ${used.map(({ name }) => name).join(', ')} } from ${text(module)};`,
    calls: used.map(({ name, call }) => `${name}(${argumentsOf(call).map(text).join(', ')})`),
  };
}
