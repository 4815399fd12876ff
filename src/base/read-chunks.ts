/**
 * Passes the bytes of a web stream on, one chunk after the other. False as soon as there are more than `most`, counted after
 * decompression: the chunk that is too much is not passed on.
 */
export async function readChunks(
  stream: ReadableStream<Uint8Array>,
  most: number,
  take: (chunk: Uint8Array) => void,
): Promise<boolean> {
  const reader = stream.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    size += value.length;
    if (size > most) {
      // Nobody waits for the rest, so nobody needs to know how its end went.
      reader.cancel().catch(() => undefined);
      return false;
    }
    take(value);
  }
}
