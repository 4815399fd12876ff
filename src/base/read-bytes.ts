import { readChunks } from './read-chunks.ts';

/** Reads the bytes of an answer; undefined as soon as it has more than `most`, counted after decompression. */
export async function readBytes(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // A custom `fetch` may return a body that is not a web stream.
  if (!response.body?.getReader) {
    const all = new Uint8Array(await response.arrayBuffer());
    return all.length > most ? undefined : all;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const isWhole = await readChunks(response.body, most, (part) => {
    size += part.length;
    parts.push(part);
  });
  if (!isWhole) return undefined;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
