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
  if (request.bodyUsed || request.body?.locked) throw alreadyRead();
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
 * Reads the body of a Node request, up to `maxBytes`; empty if somebody else has read an empty one; undefined if the
 * sender went away. Works whatever other code did to the stream: paused it, listens to it, or set its encoding.
 *
 * @throws WeibanConfigError if somebody else has read it.
 */
export async function readNodeBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<ReadBody | undefined> {
  if (request.readableDidRead) throw alreadyRead();
  // No event follows the end, so waiting for one would take for ever.
  if (request.readableEnded) return Buffer.alloc(0);
  if (request.destroyed) return undefined;
  const { add, all } = collector(maxBytes);
  return new Promise((resolve) => {
    const read = () => {
      while (request.read() !== null);
    };
    const collect = (chunk: Uint8Array | string) => {
      const bytes =
        typeof chunk === 'string' ? Buffer.from(chunk, request.readableEncoding ?? undefined) : chunk;
      if (add(bytes)) return;
      request.off('readable', read).off('data', collect).pause();
      resolve(TOO_LARGE);
    };
    request.on('data', collect);
    // A paused stream, or one with another listener for `readable`, sends `data` only when it is read.
    request.on('readable', read);
    request.on('end', () => resolve(all()));
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}

function alreadyRead(): WeibanConfigError {
  return new WeibanConfigError(
    'The body of the request was read before the webhook receiver saw it; put the receiver before the body parser, or call answer() with the parsed body (in Koa ctx.request.body, in Fastify request.body).',
  );
}
