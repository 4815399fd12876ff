import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { installRivals, rivalsFolder, versionOf } from './rivals.ts';
import { run } from './run.ts';

/** One way to make the same call: an opportunity by its number. */
export interface Contestant {
  readonly name: string;
  call(): Promise<unknown>;
}

const number = 'SJ20240305';

/** Installs the other clients and generates hey-api's, once. Returns the folder of hey-api's client. */
function prepare(): string {
  const { folder, node } = installRivals();
  const output = `hey-api-contestant-${versionOf('@hey-api/openapi-ts')}`;
  if (!existsSync(join(folder, output))) {
    const plugins = ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'];
    const command = 'node_modules/@hey-api/openapi-ts/bin/run.js';
    run(folder, node, [command, '-i', resolve('generated/openapi.json'), '-o', output, '-p', ...plugins]);
  }
  return join(folder, output);
}

/** Creates all contestants for one server. They use the global `fetch` at the time of the call. */
export async function contestants(base: string): Promise<Contestant[]> {
  const heyApiFolder = prepare();
  const folder = rivalsFolder();
  const { createWeiban }: typeof import('../../src/index.ts') = await compiled('src/index.ts');
  const { createCaller, opportunityOne }: typeof import('../../src/operations.ts') =
    await compiled('src/operations.ts');
  const options = { corpId: 'bench', secret: 'bench', baseUrl: base };
  // Limits apply, but are never reached.
  const most = 1e9;
  const limits = { windows: { read: { minute: most, hour: most } } };
  const weiban = createWeiban({ ...options, limits });
  const unlimited = createWeiban({ ...options, limits: false });
  const caller = createCaller({ ...options, limits });
  const url = `${base}/open-api/opportunity/one?serial_number=${number}&access_token=bench`;
  const { default: ky } = await load(join(folder, 'node_modules/ky/distribution/index.js'));
  const axios = createRequire(join(folder, 'package.json'))('axios');
  const heyApi = await compiled(join(heyApiFolder, 'sdk.gen.ts'));
  const { client } = await compiled(join(heyApiFolder, 'client.gen.ts'));
  client.setConfig({ baseUrl: base });
  const query = { serial_number: number, access_token: 'bench' };
  const params = { serial_number: number };
  return [
    { name: 'fetch', call: async () => JSON.parse(await (await fetch(url)).text()) },
    { name: 'weiban.opportunity.one', call: () => weiban.opportunity.one(params) },
    { name: 'the same, limits: false', call: () => unlimited.opportunity.one(params) },
    { name: 'opportunityOne (function)', call: () => opportunityOne(caller, params) },
    {
      name: 'weiban.http.GET',
      call: () => weiban.http.GET('/open-api/opportunity/one', { params: { query: params } }),
    },
    { name: 'ky', call: () => ky.get(url).json() },
    { name: 'axios (fetch adapter)', call: () => axios.get(url, { adapter: 'fetch' }) },
    { name: 'axios (http adapter)', call: () => axios.get(url, { adapter: 'http' }) },
    {
      name: 'hey-api',
      call: () => heyApi.opportunityOne({ client, query, throwOnError: true }),
    },
  ];
}

/**
 * Loads TypeScript as a consumer's bundler would compile it. tsx keeps the name of every function, which costs a
 * client that creates many of them a fifth of its time.
 */
// biome-ignore lint/suspicious/noExplicitAny: modules of other packages, without their types
async function compiled(entry: string): Promise<any> {
  const outfile = join(rivalsFolder(), 'compiled', `${entry.replaceAll(/\W+/g, '-')}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

// biome-ignore lint/suspicious/noExplicitAny: modules of other packages, without their types
function load(path: string): Promise<any> {
  return import(pathToFileURL(path).href);
}
