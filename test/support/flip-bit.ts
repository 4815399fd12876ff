/** A copy of some bytes in which one bit is the other way round; bits count from 0, the lowest of the first byte. */
export function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

/** About `count` bits of some bytes, spread evenly over all of them and over the eight places of a byte. */
export function* spreadBits(bytes: Uint8Array, count: number): Generator<number> {
  const bits = bytes.length * 8;
  // An odd step meets every place of a byte.
  const step = Math.max(1, Math.floor(bits / count)) | 1;
  for (let bit = 0; bit < bits; bit += step) yield bit;
}
