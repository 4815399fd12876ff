/** A place in a source file; line and column start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake, its place, and how to fix it. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly place?: Place;
}

/** Bad input. Carries all diagnostics; its message lists them. */
export class SpecError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'SpecError';
    this.diagnostics = diagnostics;
  }
}

/** Formats a diagnostic for the terminal: `file:line:column code: message` and the fix on the next line. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, code, message, fix } = diagnostic;
  const at = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
  return `${at}${code}: ${message}\n    fix: ${fix}`;
}
