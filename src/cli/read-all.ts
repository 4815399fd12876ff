import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { UsageError } from './usage-error.ts';

/**
 * Reads a stream to its end, as text.
 *
 * @throws UsageError if it is not UTF-8.
 */
export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return textOfBytes(Buffer.concat(chunks), 'standard input');
}

/**
 * The text of bytes in UTF-8. Anything else would lose characters without a word.
 *
 * @param where the file or stream, for the error.
 * @throws UsageError if it is not UTF-8.
 */
export function textOfBytes(bytes: Buffer, where: string): string {
  if (!isUtf8(bytes)) throw new UsageError('notUtf8', { where });
  return bytes.toString();
}
