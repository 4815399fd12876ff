/** A place in a source file; line and column start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong, where it is, and how to mend it. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly place?: Place;
}

/** Bad input: carries every diagnostic found, and prints them all as its message. */
export class SpecError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'SpecError';
    this.diagnostics = diagnostics;
  }
}

/** One diagnostic as a person reads it: `file:line:column code message` and, on the next line, the mend. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, code, message, fix } = diagnostic;
  const at = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
  return `${at}${code}: ${message}\n    fix: ${fix}`;
}
