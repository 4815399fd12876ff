import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { emitErrorCodes } from '../../scripts/generate/emit-error-codes.ts';
import { emitOperations } from '../../scripts/generate/emit-operations.ts';
import { emitProfile } from '../../scripts/generate/emit-profile.ts';
import { emitSandbox } from '../../scripts/generate/emit-sandbox.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import type * as Sandbox from '../../src/sandbox/internal.ts';

/** A root document whose calls need no token and answer with `errcode`. */
export const ROOT = `openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: 'http://127.0.0.1:1'}]
x-limits:
  in_flight: {company: 5, read: 5, write: 5, bulk: 5, code: 1}
  windows: {read: {minute: 600, hour: 36000}, write: {minute: 600, hour: 36000}, bulk: {minute: 600, hour: 36000}, code: 2}
  blocks: {minute: 60, hour: 3600, day: calendar-day, month: 2592000}
x-envelopes:
  errcode:
    code: errcode
    message: errmsg
    ok: [0]
    success: {type: object, required: [errcode], properties: {errcode: {type: integer}}}
    failure: {type: object, required: [errcode], properties: {errcode: {type: integer}}}
`;

/** The model of a document, and the messages of what is odd in it. */
export function foreignModel(yaml: string): { model: Model; warnings: readonly string[] } {
  const warnings: string[] = [];
  const warn = ({ message }: { message: string }) => void warnings.push(message);
  const folder = mkdtempSync(join(tmpdir(), 'weiban-foreign-'));
  try {
    const root = join(folder, 'openapi.yaml');
    writeFileSync(root, yaml);
    return { model: buildModel(assemble(loadSpec(root), { warn }), { warn }), warnings };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A method of a client whose types this test does not know. */
type Method = (params?: object) => Promise<unknown>;

/** A client of a document, without its types. */
interface ForeignClient {
  readonly http: Readonly<Record<string, (path: string, init?: object) => Promise<unknown>>>;
  readonly fetch: (path: string, init?: object) => Promise<Response>;
  readonly [method: string]: unknown;
}

/** The runtime, with the parts of the sandbox that read requests. */
interface Runtime extends Pick<typeof Sandbox, 'checkRequest' | 'openEndpoints' | 'readContent'> {
  readonly createWeiban: (options: object) => ForeignClient;
}

/**
 * Bundles the runtime with what is generated from a document in place of this project's own, and creates a client.
 * `call` calls an operation by its id.
 *
 * @param options options of the client.
 */
export async function foreignClient(yaml: string, baseUrl: string, options: object = {}) {
  const { model } = foreignModel(yaml);
  const generated = new Map<string, string>([
    ['operations.ts', emitOperations(model)],
    ['error-codes.ts', emitErrorCodes(model)],
    ['profile.ts', emitProfile(model)],
    ['sandbox.ts', emitSandbox(model)],
  ]);
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './src/index.ts'; export * from './src/sandbox/internal.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'generated',
        setup: ({ onLoad }) =>
          onLoad({ filter: /generated[\\/][\w-]+\.ts$/ }, ({ path }) => {
            const contents = generated.get(basename(path));
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          }),
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'weiban-foreign-'));
  const file = join(folder, 'client.mjs');
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  const runtime: Runtime = await import(/* @vite-ignore */ pathToFileURL(file).href);
  rmSync(folder, { recursive: true });
  const client = runtime.createWeiban({
    corpId: 'c',
    secret: 's',
    baseUrl,
    limits: false,
    ...options,
  });
  const call = (id: string, params?: object): Promise<unknown> => {
    const operation = model.operations.find((known) => known.id === id);
    const owner = operation?.namespace === undefined ? client : client[operation.namespace];
    return (owner as Readonly<Record<string, Method>>)[operation?.member ?? id]!(params);
  };
  return { client, call, runtime };
}
