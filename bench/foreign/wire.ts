import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { planArguments } from '../../scripts/generate/arguments.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model, type Operation } from '../../scripts/spec/model.ts';
import { isObject } from '../../scripts/spec/openapi.ts';
import { type ArrivedRequest, startRecordingServer } from '../../test/support/recording-server.ts';
import { type SampleCall, sampleCalls } from '../compare/calls.ts';
import type { ForeignDocument } from './documents.ts';

type Method = (args: object) => { result(): Promise<{ error?: unknown }> };

/**
 * Generates the client of a document, calls every operation once with its required arguments, and compares what arrives at a
 * server on this machine with the document.
 * @returns how many operations were called, and what was wrong with each that was.
 */
export async function callOnTheWire({ path }: ForeignDocument): Promise<{ calls: number; wrong: string[] }> {
  const model = buildModel(assemble(loadSpec(path), { warn: () => undefined }), { warn: () => undefined });
  const folder = mkdtempSync(join(tmpdir(), 'weiban-wire-'));
  const server = await startRecordingServer();
  try {
    const methodOf = await clientOf(path, folder, model, server.url);
    const byPlace = new Map(
      model.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
    );
    const calls = sampleCalls(model.document).flatMap((call) => {
      const operation = byPlace.get(`${call.method} ${call.path}`);
      return operation === undefined ? [] : [{ call, operation }];
    });
    const wrong: string[] = [];
    for (const { call, operation } of calls) {
      const { error } = await methodOf(operation)(argumentsOf(model, operation, call)).result();
      const [arrived] = server.take();
      const faults = arrived ? faultsOf(arrived, call, operation) : [`nothing arrived: ${error}`];
      if (faults.length > 0) wrong.push(`${operation.id}: ${faults.join('; ')}`);
    }
    return { calls: calls.length, wrong };
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Generates, bundles and creates the client. The parts are those that the runtime imports. */
async function clientOf(
  path: string,
  folder: string,
  { document }: Model,
  baseUrl: string,
): Promise<(operation: Operation) => Method> {
  const generated = join(folder, 'generated');
  const args = ['--spec', path, '--out', generated, '--only', 'client,sandbox,webhooks'];
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', ...args], { stdio: 'pipe' });
  const outfile = join(folder, 'client.mjs');
  await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
    plugins: [
      {
        name: 'generated',
        setup: ({ onResolve }) =>
          onResolve({ filter: /generated\// }, ({ path: asked }) => ({
            path: join(generated, asked.replace(/^.*generated\//, '')),
          })),
      },
    ],
  });
  const { createWeiban } = await import(pathToFileURL(outfile).href);
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  const credentials = Object.fromEntries(
    schemes.map(([name, scheme]) => [
      name,
      isObject(scheme) && scheme.scheme === 'basic' ? { username: 'u', password: 'p' } : 'secret',
    ]),
  );
  const client = createWeiban({ corpId: 'c', secret: 's', baseUrl, limits: false, credentials });
  return ({ namespace, member }) => (namespace === undefined ? client : client[namespace])[member];
}

function argumentsOf(model: Model, operation: Operation, { parameters, body }: SampleCall): object {
  const plan = planArguments(model, operation);
  const given = plan.parameters.flatMap((parameter) => {
    const value = parameters[parameter.in]?.[parameter.name];
    return value === undefined ? [] : [[parameter.key, value] as const];
  });
  const isSent = body !== undefined && operation.body?.required === true;
  const fields = plan.wholeBody === undefined ? Object(body ?? {}) : isSent ? { body } : {};
  return { ...fields, ...Object.fromEntries(given) };
}

/** What departs from the document. A required list may be empty, and then has no text in a query. */
function faultsOf(arrived: ArrivedRequest, call: SampleCall, { path, object }: Operation): string[] {
  const { pathname, searchParams } = new URL(arrived.url ?? '', 'http://server');
  const wanted = (path.split('?')[0] ?? '').replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(call.parameters.path?.[name])),
  );
  const query = Object.entries(call.parameters.query ?? {}).filter(([, value]) => typeof value !== 'object');
  const headers = Object.keys(call.parameters.header ?? {}).filter(
    (name) => !/^(accept|content-type|authorization)$/i.test(name),
  );
  const types = Object.keys(object.requestBody?.content ?? {}).map((type) => type.split(';')[0] ?? '');
  const type = String(arrived.headers['content-type'] ?? '').split(';')[0] ?? '';
  const isDeclared = types.some((declared) => declared === type || declared.includes('*'));
  const fields =
    type === 'application/json' && arrived.text ? Object.keys(Object(JSON.parse(arrived.text))) : undefined;
  return [
    arrived.method === call.method.toUpperCase() ? '' : `method ${arrived.method}`,
    pathname === new URL(wanted, 'http://server').pathname ? '' : `path ${pathname}, not ${wanted}`,
    ...query.map(([name]) => (searchParams.has(name) ? '' : `no query ${name}`)),
    ...headers.map((name) => (arrived.headers[name.toLowerCase()] === undefined ? `no header ${name}` : '')),
    arrived.text === '' || isDeclared ? '' : `type ${type}, not ${types.join(' or ')}`,
    ...Object.keys(Object(call.body ?? {})).map((name) =>
      !fields || fields.includes(name) ? '' : `no field ${name}`,
    ),
  ].filter(Boolean);
}
