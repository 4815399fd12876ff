import type { IncomingMessage } from 'node:http';
import { WeibanConfigError } from '../base/errors.ts';

/** A body that is larger than what is read. */
export const TOO_LARGE = Symbol('too large');

/** A body, or that it is too large, in which case reading stopped. */
export type ReadBody = Buffer | typeof TOO_LARGE;

/** A collector of chunks, up to so many bytes. */
function collector(most: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    /** Whether the chunk still fits. */
    add(chunk: Uint8Array): boolean {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      return size <= most;
    },
    all: () => Buffer.concat(chunks),
  };
}

/**
 * Reads the body of a fetch-style request, up to so many bytes.
 *
 * @throws WeibanConfigError where somebody else has read it.
 */
export async function readWebBody(request: Request, most: number): Promise<ReadBody> {
  if (request.bodyUsed) throw alreadyRead();
  const { add, all } = collector(most);
  const reader = request.body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return all();
    if (add(chunk.value)) continue;
    await reader?.cancel();
    return TOO_LARGE;
  }
}

/**
 * Reads the body of a request of Node's, up to so many bytes; undefined where the sender went away.
 *
 * @throws WeibanConfigError where somebody else has read it.
 */
export async function readNodeBody(request: IncomingMessage, most: number): Promise<ReadBody | undefined> {
  if (request.readableDidRead) throw alreadyRead();
  if (request.destroyed) return undefined;
  const { add, all } = collector(most);
  return new Promise((resolve) => {
    request.on('data', (chunk: Uint8Array) => {
      if (add(chunk)) return;
      request.pause();
      resolve(TOO_LARGE);
    });
    request.on('end', () => resolve(all()));
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}

function alreadyRead(): WeibanConfigError {
  return new WeibanConfigError(
    'The body of the request was read before the webhook receiver saw it; put the receiver before the body parser, or call answer() with what the parser made.',
  );
}
