import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { installFromRegistry, installProject } from '../install-project.ts';
import { MissingProgram, type PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';

/** A runtime other than Node, the npm packages that bring it, and the command that runs the calls. */
interface Runtime {
  readonly name: string;
  readonly packages: readonly string[];
  readonly command: readonly [program: string, ...args: string[]];
  /** A script of its package that npm does not run if it ignores scripts. */
  readonly script?: string;
}

const RUNTIMES: readonly Runtime[] = [
  { name: 'bun', packages: ['bun@1'], command: ['bun', 'main.js'], script: 'node_modules/bun/install.js' },
  {
    name: 'deno',
    packages: ['deno@2'],
    command: ['deno', 'run', '--allow-net', '--allow-env', '--allow-read', 'main.js'],
  },
  { name: 'workerd', packages: ['miniflare@4', 'esbuild'], command: ['node', 'workerd.js'] },
];

/** The package's calls on the other runtimes that it promises to run on. */
export const runtimeChecks: readonly PackageCheck[] = RUNTIMES.map(({ name, packages, command, script }) => ({
  name: `runtime-${name}`,
  async run(context) {
    const folder = await installProject(context, 'runtimes', `runtimes/${name}`);
    await installRuntime(folder, packages);
    if (script !== undefined) await runProgram(process.execPath, [script], { cwd: folder });
    const redirecting = await startRedirecting();
    const path = [join(folder, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
    const [program, ...args] = command;
    const before = context.api.calls();
    try {
      const env = { ...context.api.env, PATH: path, REDIRECT_URL: redirecting.url };
      const line = lastLine(await runProgram(program, args, { cwd: folder, env }));
      return `${line}; ${context.api.calls() - before} calls`;
    } finally {
      redirecting.close();
    }
  },
}));

/**
 * Installs a runtime into a consumer project.
 * @throws MissingProgram if npm has none for this machine.
 */
async function installRuntime(folder: string, packages: readonly string[]): Promise<void> {
  await installFromRegistry(folder, packages).catch((error: Error) => {
    if (/\b(E404|ETARGET|EBADPLATFORM)\b/.test(error.message))
      throw new MissingProgram(`npm has no ${packages.join(' and ')} for this machine`);
    throw error;
  });
}

/** A server that redirects every request. */
async function startRedirecting(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
