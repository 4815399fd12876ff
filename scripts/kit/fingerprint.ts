import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The first 16 hexadecimal digits of the SHA-256 of some texts, each with its name. */
export function fingerprint(parts: Iterable<readonly [name: string, text: string]>): string {
  const hash = createHash('sha256');
  for (const [name, text] of parts) hash.update(name).update('\0').update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The fingerprint of a content, the same for a file and for the text that was read from it as UTF-8. */
export function contentFingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The fingerprint of one file's content, or undefined where it cannot be read. */
export function fileFingerprint(path: string): string | undefined {
  try {
    return contentFingerprint(readFileSync(path));
  } catch {
    return undefined;
  }
}
