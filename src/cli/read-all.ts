import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { UsageError } from './usage-error.ts';

/**
 * Reads a stream to its end, as text.
 *
 * @throws UsageError if it is neither.
 */
export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return textOfBytes(Buffer.concat(chunks), 'standard input');
}

/**
 * The text of bytes in UTF-8, or in UTF-16 with its byte order mark, which PowerShell writes. The mark is left out. Anything
 * else would lose characters without a word.
 *
 * @param where the file or stream, for the error.
 * @throws UsageError if it is neither.
 */
export function textOfBytes(bytes: Buffer, where: string): string {
  const [first, second] = bytes;
  const mark = `${first} ${second}`;
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && !isUtf8(bytes)) throw new UsageError('notUtf8', { where });
  return new TextDecoder(encoding).decode(bytes);
}
