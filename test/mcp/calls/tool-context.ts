import type { Caller } from '../../../generated/client.ts';
import type { Clock } from '../../../src/base/clock.ts';
import { createCaller } from '../../../src/client/index.ts';
import { createCallTools } from '../../../src/mcp/calls/index.ts';
import { createMasker, type Masker } from '../../../src/mcp/mask/index.ts';
import type { AuditEntry, Tool, ToolAnswer, ToolContext } from '../../../src/mcp/tool.ts';
import { credentials, serve } from '../../support/over-server.ts';

/** A masker that changes nothing. */
export const NO_MASKER = createMasker({ kinds: [] });

/** A masker of one telephone number. */
export const ONE_PHONE: Masker = {
  ...NO_MASKER,
  mask: (value) => JSON.parse(JSON.stringify(value).replaceAll('13800138000', 'mask-1')),
  unmask: (value) => JSON.parse(JSON.stringify(value).replaceAll('mask-1', '13800138000')),
  unknown: (value) => JSON.stringify(value).match(/mask-[02-9]/g) ?? [],
};

/** A context whose masks change nothing and whose operator allows no write. */
export function contextOf(caller: Caller, more: Partial<ToolContext> = {}): ToolContext {
  return {
    language: 'en',
    caller,
    allowsWrite: () => false,
    masker: NO_MASKER,
    audit: () => undefined,
    budget: 8000,
    signal: new AbortController().signal,
    progress: () => undefined,
    ...more,
  };
}

/** The two tools, each as a function from its input to its answer. */
export function toolsOf(context: ToolContext, clock?: Clock) {
  const [read, write] = createCallTools(clock);
  const runner = (tool: Tool | undefined) => async (input: object) => {
    if (!tool) throw new Error('there are two tools');
    // An object literal has string keys.
    return tool.run(context, input as Record<string, unknown>);
  };
  return { read: runner(read), write: runner(write) };
}

/** A server on loopback with the tools that call it, and the lines of the audit log. */
export async function servedTools(more: Partial<ToolContext> = {}, clock?: Clock) {
  const server = await serve();
  const caller = createCaller({ ...credentials, baseUrl: server.url, limits: false, retry: false });
  const lines: AuditEntry[] = [];
  const context = contextOf(caller, { audit: (entry) => void lines.push(entry), ...more });
  return { server, lines, ...toolsOf(context, clock) };
}

/** The error of an answer. Throws if it is none. */
export function errorOf({ isError, value }: ToolAnswer): Record<string, unknown> {
  if (!isError) throw new Error(`expected an error, got ${JSON.stringify(value)}`);
  return Object(value.error);
}
