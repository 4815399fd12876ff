import { systemClock } from '../../../src/base/clock.ts';
import { createCaller } from '../../../src/client/index.ts';
import { createCallTools } from '../../../src/mcp/calls/index.ts';
import { createMasker } from '../../../src/mcp/mask/index.ts';
import { createRunScript, type RunScriptParts } from '../../../src/mcp/script/run-script.ts';
import type { AuditEntry, ToolContext } from '../../../src/mcp/tool.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';

/** A fixed time for programs: 2024-06-01T00:00:00Z. */
export const NOW = 1_717_200_000;

/** What a program answered. */
export interface ScriptAnswer {
  readonly result?: unknown;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
  };
  readonly log?: readonly string[];
  readonly calls: number;
  readonly rows: number;
  readonly note?: string;
}

/** A sandbox on loopback and `run_script` before it. */
export interface ScriptHarness extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly audit: AuditEntry[];
  readonly progress: string[];
  readonly run: (source: string, more?: RunOptions) => Promise<ScriptAnswer>;
  /** Runs a program several times at once, by one tool. */
  readonly runTogether: (count: number, source: string) => Promise<readonly ScriptAnswer[]>;
}

interface RunOptions {
  readonly parts?: Partial<RunScriptParts>;
  readonly context?: Partial<ToolContext>;
  readonly timeout?: number;
}

/** Starts a sandbox with some rows in each list, and runs programs against it. */
export async function startScripts(rows: number): Promise<ScriptHarness> {
  const sandbox = await startSandbox({ rows, limits: false });
  const [, callWrite] = createCallTools();
  if (!callWrite) throw new Error('There is no call_write.');
  const audit: AuditEntry[] = [];
  const progress: string[] = [];
  const base: ToolContext = {
    language: 'en',
    caller: createCaller({ ...sandbox.clientOptions, limits: false }),
    allowsWrite: () => false,
    masker: createMasker(),
    audit: (entry) => audit.push(entry),
    budget: 6000,
    signal: new AbortController().signal,
    progress: (message) => progress.push(message),
  };
  const clock = { ...systemClock, now: () => NOW * 1000 };
  return {
    sandbox,
    audit,
    progress,
    async run(source, { parts, context, timeout } = {}) {
      const tool = createRunScript({ callWrite, clock, ...parts });
      const { value } = await tool.run({ ...base, ...context }, { source, ...(timeout && { timeout }) });
      // The answer is that of the tool.
      return value as unknown as ScriptAnswer;
    },
    async runTogether(count, source) {
      const tool = createRunScript({ callWrite, clock });
      const runs = Array.from({ length: count }, () => tool.run(base, { source }));
      return (await Promise.all(runs)).map(({ value }) => value as unknown as ScriptAnswer);
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}
