import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Returns the first 16 hexadecimal digits of the SHA-256 of named texts. */
export function fingerprint(parts: Iterable<readonly [name: string, text: string]>): string {
  const hash = createHash('sha256');
  for (const [name, text] of parts) hash.update(name).update('\0').update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Returns the fingerprint of a content; a file and its text (read as UTF-8) have the same one. */
export function contentFingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** Returns the fingerprint of a file's content, or undefined if the file cannot be read. */
export function fileFingerprint(path: string): string | undefined {
  try {
    return contentFingerprint(readFileSync(path));
  } catch {
    return undefined;
  }
}
