/** Copies some bytes with one bit flipped. Bits count from 0, the lowest bit of the first byte. */
export function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

/** Yields about `count` bit numbers, spread evenly over all bytes and over the eight bits of a byte. */
export function* spreadBits(bytes: Uint8Array, count: number): Generator<number> {
  const bits = bytes.length * 8;
  // An odd step reaches every bit of a byte.
  const step = Math.max(1, Math.floor(bits / count)) | 1;
  for (let bit = 0; bit < bits; bit += step) yield bit;
}
