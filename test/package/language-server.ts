import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** A place in a file, from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A language server that has read one file. */
export interface LanguageServer {
  /** The documentation that an editor shows at a place of the file; empty if it shows none. */
  hover(position: Position): Promise<string>;
  /** Ends the server. */
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: unknown;
}

const PATIENCE_MS = 60_000;

/**
 * Starts the language server of a TypeScript compiler (`tsc --lsp --stdio`, since 7.0) and opens a file in it.
 * @throws Error if the server does not answer within a minute.
 */
export async function startLanguageServer(
  tsc: string,
  folder: string,
  file: string,
  text: string,
): Promise<LanguageServer> {
  const { ask, tell, close } = connect(tsc, folder);
  const uri = pathToFileURL(file).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
  });
  tell('initialized', {});
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  return {
    hover: async (position) => textOf(await ask('textDocument/hover', { textDocument: { uri }, position })),
    close,
  };
}

/** The text of an answer to `textDocument/hover`, as `initialize` asks for it. */
function textOf(answer: unknown): string {
  if (answer === null) return '';
  const { contents } = answer as { contents?: { value?: unknown } };
  if (typeof contents?.value === 'string') return contents.value;
  throw new Error(`the language server answered a hover with ${JSON.stringify(answer)}`);
}

/** A connection that speaks JSON-RPC with the headers of the language server protocol. */
function connect(tsc: string, folder: string) {
  const child = spawn(process.execPath, [tsc, '--lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const fail = (problem: string) => {
    for (const { reject } of waiting.values()) reject(new Error(`the language server ${problem}`));
  };
  child.on('error', ({ message }) => fail(`does not start: ${message}`));
  child.on('close', (code) => fail(`ended with ${code}`));
  child.stdin.on('error', ({ message }) => fail(`takes no message: ${message}`));
  child.stdout.on(
    'data',
    readMessages(({ id, method, result, error }) => {
      if (id === undefined) return;
      // The server's own questions, such as `client/registerCapability`, have to be answered.
      if (method !== undefined) return send({ id, result: null });
      if (error === undefined) waiting.get(id)?.resolve(result);
      else waiting.get(id)?.reject(new Error(`the language server refuses: ${JSON.stringify(error)}`));
      waiting.delete(id);
    }),
  );
  let count = 0;
  return {
    ask: (method: string, params: object) => {
      const id = ++count;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      send({ id, method, params });
      const timer = setTimeout(() => fail(`does not answer ${method}`), PATIENCE_MS);
      return answer.finally(() => clearTimeout(timer));
    },
    tell: (method: string, params: object) => send({ method, params }),
    // It ends when nothing more can come.
    close: () => child.stdin.end(),
  };
}

/** Splits a stream into its messages. */
function readMessages(receive: (message: Message) => void): (data: Buffer) => void {
  let pending = Buffer.alloc(0);
  return (data) => {
    pending = Buffer.concat([pending, data]);
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/i.exec(pending.toString('latin1', 0, Math.max(end, 0)))?.[1],
      );
      if (!(pending.length >= end + 4 + length)) return;
      const text = pending.toString('utf8', end + 4, end + 4 + length);
      pending = pending.subarray(end + 4 + length);
      receive(JSON.parse(text) as Message);
    }
  };
}
