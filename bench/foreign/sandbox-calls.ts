import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requests } from '../../generated/sandbox.ts';
import { startSandbox } from '../../src/sandbox/index.ts';

/** A function of hey-api's SDK, with the parts of its result that are checked here. */
type Send = (options: object) => Promise<{ readonly data?: unknown; readonly error?: unknown }>;

/**
 * Calls every operation of the sandbox through a client that hey-api generated, with the documented examples as arguments.
 * @param folder the folder of the generated client.
 * @returns a sentence for each failed call.
 */
export async function callThroughHeyApi(folder: string): Promise<readonly string[]> {
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href);
  const sdk: Readonly<Record<string, Send>> = await load('sdk.gen.ts');
  // hey-api writes a capital letter after a digit: externalUserEuId2Unionid.
  const functions = new Map(Object.entries(sdk).map(([name, send]) => [name.toLowerCase(), send]));
  const { client } = await load('client.gen.ts');
  await using sandbox = await startSandbox({ limits: false });
  const credentials = { corp_id: sandbox.corpId, secret: sandbox.secret };
  client.setConfig({ baseUrl: sandbox.url });
  const issued = await functions.get('accesstokenget')?.({ body: credentials });
  const token: unknown = Reflect.get(Object(issued?.data), 'access_token');
  // The specification's security scheme puts it into the query, as access_token.
  client.setConfig({ baseUrl: sandbox.url, auth: () => token });

  const failed: string[] = [];
  for (const id of Object.keys(requests)) {
    const isToken = id === 'accessTokenGet';
    const { parameters, body } = JSON.parse(requests[id] ?? '{}');
    const query = Object.fromEntries(
      parameters.map(({ name, json, example }: Example) => [name, json ? JSON.stringify(example) : example]),
    );
    const { data, error } =
      (await functions.get(id.toLowerCase())?.({
        query,
        ...(body && { body: isToken ? credentials : body.example }),
      })) ?? {};
    const code: unknown =
      Reflect.get(Object(data), 'errcode') ?? Reflect.get(Object(data), 'status_code') ?? 0;
    if (error !== undefined || data === undefined || ![0, 200].includes(Number(code))) {
      failed.push(`${id}: ${JSON.stringify(error ?? data)?.slice(0, 200)}`);
    }
  }
  return failed;
}

interface Example {
  readonly name: string;
  readonly json?: boolean;
  readonly example: unknown;
}
