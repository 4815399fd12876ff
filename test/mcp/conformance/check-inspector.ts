import type { Command } from '../../languages/language-tool.ts';
import { runProgram, startProgram } from '../../languages/run-program.ts';
import type { Programs } from './programs.ts';

/** The inspector's names of the protocol of 2025 and of that of 2026. */
const ERAS = ['legacy', 'modern'] as const;

/** The program from this tree, as an operator starts it. */
const SERVER = ['node', '--import', 'tsx', 'src/cli/main.ts', 'mcp', '--sandbox'] as const;

const CALL = { operation: 'staff.list', limit: 2, fields: ['id'] };

/** How the inspector reaches the server: its last arguments, which come after the others. */
type Target = readonly string[];

/** Calls `weiban mcp --sandbox` through the inspector's command line, which starts it and speaks over its streams. */
export function checkInspectorOverStdio(programs: Programs, root: string): Promise<string> {
  return inspect(programs, root, ['--cwd', root, '--', ...SERVER]);
}

/** Calls `weiban mcp --sandbox --http` through the inspector's command line. */
export async function checkInspectorOverHttp(programs: Programs, root: string): Promise<string> {
  const server = startProgram([...SERVER, '--http', '0'], { cwd: root, env: {} });
  try {
    const [url = ''] = /http:\S+\/mcp/.exec(await server.until(/\/mcp/, 'err')) ?? [];
    return await inspect(programs, root, ['--transport', 'http', url]);
  } finally {
    server.kill();
    await server.ended;
  }
}

/** Lists the tools strictly (the inspector then fails for a schema that clients cannot take), and calls one. */
async function inspect({ inspector }: Programs, root: string, target: Target): Promise<string> {
  for (const era of ERAS) {
    const run = (...args: readonly string[]) =>
      printedJson(
        [...inspector, '--protocol-era', era, '--format', 'json', '--quiet', ...args, ...target],
        root,
      );
    const listed = await run('--method', 'tools/list', '--strict');
    const names = (listed.tools ?? []).map(({ name }) => name);
    if (!names.includes('search_operations') || !names.includes('call_read'))
      throw new Error(`${era}: tools/list answers ${JSON.stringify(listed)}`);
    const call = ['--method', 'tools/call', '--tool-name', 'call_read', '--tool-args-json'];
    const called = await run(...call, JSON.stringify(CALL));
    if (called.structuredContent?.rows?.length !== CALL.limit)
      throw new Error(`${era}: call_read answers ${JSON.stringify(called)}`);
  }
  return `tools/list --strict and tools/call, in the protocols of 2025 and 2026`;
}

/** What the inspector's answers to `tools/list` and to a call have in common with ours. */
interface Answer {
  readonly tools?: readonly { readonly name: string }[];
  readonly structuredContent?: { readonly rows?: readonly unknown[] };
}

async function printedJson(command: Command, cwd: string): Promise<Answer> {
  const { out } = await runProgram(command, { cwd, env: {}, mayDownload: false });
  return JSON.parse(out).result;
}
