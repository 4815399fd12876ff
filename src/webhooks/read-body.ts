import type { IncomingMessage } from 'node:http';
import { WeibanConfigError } from '../base/errors.ts';

/** Stands for a body that is larger than the limit. */
export const TOO_LARGE = Symbol('too large');

/** A body, or TOO_LARGE if reading stopped at the limit. */
export type ReadBody = Buffer | typeof TOO_LARGE;

/** Creates a collector of chunks, up to `maxBytes`. */
function collector(maxBytes: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    /** Adds a chunk. Returns whether it still fits. */
    add(chunk: Uint8Array): boolean {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      return size <= maxBytes;
    },
    all: () => Buffer.concat(chunks),
  };
}

/**
 * Reads the body of a fetch-style request, up to `maxBytes`.
 *
 * @throws WeibanConfigError if somebody else has read it.
 */
export async function readWebBody(request: Request, maxBytes: number): Promise<ReadBody> {
  if (request.bodyUsed) throw alreadyRead();
  const { add, all } = collector(maxBytes);
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
 * Reads the body of a Node request, up to `maxBytes`; undefined if the sender went away.
 *
 * @throws WeibanConfigError if somebody else has read it.
 */
export async function readNodeBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<ReadBody | undefined> {
  if (request.readableDidRead) throw alreadyRead();
  if (request.destroyed) return undefined;
  const { add, all } = collector(maxBytes);
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
    'The body of the request was read before the webhook receiver saw it; put the receiver before the body parser, or call answer() with the parsed body.',
  );
}
