import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { SpecError } from './diagnostic.ts';

/**
 * Reads a text file, which has to be UTF-8.
 * @param name the file as messages name it.
 * @throws SpecError with the place of the first bytes that are not UTF-8; the error of the system if the file cannot be read.
 */
export function readText(path: string, name: string): string {
  const bytes = readFileSync(path);
  if (isUtf8(bytes)) return bytes.toString();
  const encoding = encodingOf(bytes);
  throw new SpecError([
    {
      code: 'encoding',
      message: `the file is not UTF-8${encoding ? `; it looks like ${encoding}` : ''}`,
      fix: `save it as UTF-8, for example with iconv -f ${encoding ?? '<encoding>'} -t UTF-8`,
      place: { file: name, ...placeOfFault(bytes) },
    },
  ]);
}

/** The encoding that the bytes are probably in, by the name that iconv knows. */
function encodingOf(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GB18030';
  } catch {
    return undefined;
  }
}

const NEWLINE = 10;

function placeOfFault(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  let start = 0;
  for (let line = 1; ; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const text = bytes.subarray(start, end);
    if (newline < 0 || !isUtf8(text)) return { line, column: columnOfFault(text) };
    start = newline + 1;
  }
}

/** The number of good characters before the fault, plus one. */
function columnOfFault(line: Uint8Array): number {
  const fault = Buffer.from(line).toString().indexOf('\ufffd');
  return Math.max(fault, 0) + 1;
}
