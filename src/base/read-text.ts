/**
 * Reads the text of an answer; undefined as soon as it has more than `most` bytes, counted after decompression. Never
 * holds more than that in memory.
 */
export async function readText(response: Response, most: number): Promise<string | undefined> {
  // A custom `fetch` may return a body that is not a web stream.
  const reader = response.body?.getReader?.();
  if (!reader) {
    const text = await response.text();
    return text.length > most ? undefined : text;
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > most) {
      // Nobody waits for the rest, so nobody needs to know how its end went.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
