import { closeSync, fchmodSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { type Clock, systemClock } from '../base/clock.ts';
import { SENDING } from './calls/index.ts';
import { refusal, type ToolRefusal } from './calls/tool-refusal.ts';
import type { AuditEntry } from './tool.ts';

/** The owner alone reads which operations were called. */
const MODE = 0o600;
const LINE_END = 10;

/**
 * Opens the audit log, and creates its file. Each entry becomes a line of JSON with the time; never a value, a token or a
 * secret, since entries hold none. A failure is told once, and again after the log has worked in between.
 *
 * The returned function throws ToolRefusal if it cannot write the line that precedes a write: what cannot be logged is not
 * sent. Reads go on without their lines.
 *
 * @param report takes the failure, for the operator.
 * @throws the system's error if the file cannot be opened.
 */
export function openAuditLog(
  path: string,
  report: (error: Error) => void,
  clock: Clock = systemClock,
): (entry: AuditEntry) => void {
  append(path, '');
  let isBroken = false;
  return ({ tool, operation, arguments: names, outcome }) => {
    const time = new Date(clock.now()).toISOString();
    try {
      append(path, `${JSON.stringify({ time, tool, operation, arguments: names, outcome })}\n`);
      isBroken = false;
    } catch (error) {
      if (!isBroken) report(failureOf(path, error));
      isBroken = true;
      if (outcome === SENDING) throw unlogged();
    }
  };
}

/** Appends a line in one write, so that several processes may share a file. A torn line before it is ended first. */
function append(path: string, line: string): void {
  // Opened for each line: the file may have been moved away in between.
  const file = openSync(path, 'a+', MODE);
  try {
    const { mode, size } = fstatSync(file);
    if ((mode & 0o077) !== 0) fchmodSync(file, MODE);
    const bytes = Buffer.from(`${line !== '' && isTorn(file, size) ? '\n' : ''}${line}`);
    const written = writeSync(file, bytes);
    if (written < bytes.length) throw new Error(`only ${written} of ${bytes.length} bytes could be written`);
  } finally {
    closeSync(file);
  }
}

function isTorn(file: number, size: number): boolean {
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] !== LINE_END;
}

function failureOf(path: string, error: unknown): Error {
  const problem = error instanceof Error ? error.message : String(error);
  return new Error(`The audit log ${path} cannot be written (${problem}); writes are refused until it can.`);
}

function unlogged(): ToolRefusal {
  return refusal(
    'AuditFailed',
    'The audit log cannot be written, so nothing was sent.',
    'Tell the person: the server names the file on its standard error.',
  );
}
