import { readChunks } from './read-chunks.ts';

/**
 * Reads the text of an answer; undefined as soon as it has more than `most` bytes, counted after decompression. Never
 * holds more than that in memory.
 */
export async function readText(response: Response, most: number): Promise<string | undefined> {
  // A custom `fetch` may return a body that is not a web stream.
  if (!response.body?.getReader) {
    const text = await response.text();
    return text.length > most ? undefined : text;
  }
  const decoder = new TextDecoder();
  let text = '';
  const isWhole = await readChunks(response.body, most, (chunk) => {
    text += decoder.decode(chunk, { stream: true });
  });
  return isWhole ? text + decoder.decode() : undefined;
}
