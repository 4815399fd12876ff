import { describeDeparture } from './describe-report.ts';
import type { AnswerReport } from './report.ts';

/** How many lines are remembered, so that a server that keeps inventing names cannot fill the memory. */
const MOST = 1000;

// Shared by the clients of a process: a program with a client for each company gets each warning once.
const reported = new Set<string>();

/** Writes a line to `console.warn` for each departure that this process has not reported yet. */
export function warnOnce({ operation, departures }: AnswerReport): void {
  for (const departure of departures) {
    const { kind, at, got } = departure;
    warn([operation, kind, at, got].join(' '), `weiban ${operation}: ${describeDeparture(departure)}`);
  }
}

/** Writes a line, once, for an answer that could not be compared with the specification. */
export function warnOfFault(fault: Error): void {
  warn(fault.message, `weiban: ${fault.message}`);
}

function warn(key: string, line: string): void {
  if (reported.has(key) || reported.size >= MOST) return;
  reported.add(key);
  console.warn(line);
  if (reported.size === MOST)
    console.warn(`weiban: ${MOST} departures were reported; further ones are not shown. Use onReport.`);
}
