import { PassThrough } from 'node:stream';
import { Client, type ClientCapabilities, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { createMasker, createTools, type McpSettings } from '../../../src/mcp/index.ts';
import { serveMcpOverHttp } from '../../../src/mcp/serve-http.ts';
import { serveMcpOverStdio } from '../../../src/mcp/serve-stdio.ts';
import type { Tool } from '../../../src/mcp/tool.ts';

/** The protocol of 2025, which begins with a handshake, and that of 2026, in which each request stands for itself. */
export const REVISIONS = ['2025-11-25', '2026-07-28'] as const;

/** Settings of a server that has no credentials, and what it reported. */
function settingsOf(more: Partial<McpSettings> = {}) {
  const reported: string[] = [];
  const settings: McpSettings = {
    version: '1.2.3',
    language: 'zh',
    openCaller: () => Promise.reject(new Error('no account in this test')),
    allowsWrite: () => false,
    masker: createMasker(),
    audit: () => undefined,
    budget: 8000,
    report: ({ message }) => void reported.push(message),
    tools: createTools(),
    ...more,
  };
  return { settings, reported };
}

/** A tool for a test: named `probe`, with any arguments. */
export function probe(run: Tool['run'], input: Tool['input'] = { type: 'object' }): readonly Tool[] {
  const annotations = { readOnlyHint: true, openWorldHint: false };
  return [{ name: 'probe', title: '', description: '', input, output: { type: 'object' }, annotations, run }];
}

/** A tool that ends only when it is aborted, and promises of its beginning and its end. */
export function endless() {
  const tell = { started: () => undefined as unknown, aborted: () => undefined as unknown };
  const started = new Promise<void>((resolve) => {
    tell.started = resolve;
  });
  const aborted = new Promise<void>((resolve) => {
    tell.aborted = resolve;
  });
  const tools = probe(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          tell.aborted();
          reject(signal.reason);
        });
        tell.started();
      }),
  );
  return { tools, started, aborted };
}

/** A server over HTTP. */
export async function serveHttp(more: Partial<McpSettings> = {}) {
  const { settings, reported } = settingsOf(more);
  const server = await serveMcpOverHttp(settings, 0);
  onTestFinished(() => server.close());
  return { url: server.url, reported };
}

/** A client of a server over HTTP, which can ask the person unless it is told otherwise. */
export async function clientOf(
  url: string,
  revision: (typeof REVISIONS)[number],
  capabilities: ClientCapabilities = { elicitation: { form: {} } },
): Promise<Client> {
  const mode = revision === '2025-11-25' ? 'legacy' : { pin: revision };
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode }, capabilities });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  onTestFinished(() => client.close());
  return client;
}

/** Sends a request of the protocol of 2026 as it is: the official client answers questions by itself. */
export async function post(url: string, method: string, params: Readonly<Record<string, unknown>>) {
  const version = '2026-07-28';
  const meta = 'io.modelcontextprotocol';
  const _meta = {
    [`${meta}/protocolVersion`]: version,
    [`${meta}/clientInfo`]: { name: 'test', version: '1' },
    [`${meta}/clientCapabilities`]: { elicitation: { form: {} } },
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': version,
      'mcp-method': method,
      'mcp-name': String(params.name),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta } }),
  });
  const text = await response.text();
  const message: Message = JSON.parse(
    text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '{}'),
  );
  return message;
}

/** A server over streams: what is written to it are lines, and what it answers are messages. */
export function serveStreams(more: Partial<McpSettings> = {}) {
  const { settings, reported } = settingsOf(more);
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const interrupt = new AbortController();
  const messages: Message[] = [];
  const waiting: (() => void)[] = [];
  let rest = '';
  stdout.on('data', (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    messages.push(...lines.map((line): Message => JSON.parse(line)));
    for (const wake of waiting.splice(0)) wake();
  });
  const ended = serveMcpOverStdio(settings, { stdin, stdout, signal: interrupt.signal });
  return {
    stdin,
    ended,
    interrupt,
    messages,
    reported,
    send: (message: object) => stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
    /** Waits for a message. */
    async until(isIt: (message: Message) => boolean): Promise<Message> {
      for (;;) {
        const found = messages.find(isIt);
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

/** A message of the server. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The handshake of 2025. */
export const INITIALIZE = {
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    clientInfo: { name: 'test', version: '1' },
    capabilities: { elicitation: {} },
  },
};

/** The text of a tool's answer, parsed. */
export function answerOf(result: { readonly content?: unknown }): Record<string, unknown> {
  const [first] = Array.isArray(result.content) ? result.content : [];
  return JSON.parse(Object(first).text);
}
