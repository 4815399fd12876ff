import { describeDeparture } from './describe-report.ts';
import type { AnswerReport } from './report.ts';

/** Kept at most, so that a server that answers ever new names cannot fill the memory. */
const MOST = 1000;

// Of the process and not of one client: a program with a client for each company is told once.
const told = new Set<string>();

/** Writes a line to `console.warn` for each departure that this process has not been told of. */
export function warnOnce({ operation, departures }: AnswerReport): void {
  for (const departure of departures) {
    const { kind, at, got } = departure;
    warn([operation, kind, at, got].join(' '), `weiban ${operation}: ${describeDeparture(departure)}`);
  }
}

/** The same for an answer that could not be held against the specification. */
export function warnOfFault(fault: Error): void {
  warn(fault.message, `weiban: ${fault.message}`);
}

function warn(key: string, line: string): void {
  if (told.has(key) || told.size >= MOST) return;
  told.add(key);
  console.warn(line);
  if (told.size === MOST)
    console.warn(`weiban: that were ${MOST} departures; no more are told. Use onReport.`);
}
