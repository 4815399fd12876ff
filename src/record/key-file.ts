import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { WeibanConfigError } from '../base/errors.ts';

const BYTES = 32;

/**
 * Reads the key of a folder's pseudonyms, and creates it on first use. Anybody who has the key can find out
 * which phone number a pseudonym stands for, by trying them all. So only the owner can read the file, and a
 * `.gitignore` next to it keeps it out of the repository.
 *
 * @throws WeibanConfigError if others can read the file, or it contains no key.
 */
export function readKey(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true });
  // Before the key, because a key without `.gitignore` could be committed.
  ignore(join(dirname(path), '.gitignore'), basename(path));
  writeNew(path, `${randomBytes(BYTES).toString('hex')}\n`, 0o600);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new WeibanConfigError(`Others can read the key file ${path}; run chmod 600 on it.`);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length === BYTES) return key;
  throw new WeibanConfigError(`The file ${path} contains no key; remove it to get a new one.`);
}

function ignore(path: string, name: string): void {
  const lines = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!lines.split(/\r?\n/).includes(name))
    appendFileSync(path, lines === '' || lines.endsWith('\n') ? `${name}\n` : `\n${name}\n`);
}

/** Writes a file unless it exists. */
function writeNew(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode });
  } catch (error) {
    if (Object(error).code !== 'EEXIST') throw error;
  }
}
