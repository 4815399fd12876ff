import type { Context } from '../evidence/compare/context.ts';
import type { Diagnostic } from '../kit/diagnostic.ts';
import type { Rule } from './rule.ts';

/** Runs rules on a specification and returns their findings, sorted by file and line. */
export async function runRules(rules: readonly Rule[], context: Context): Promise<Diagnostic[]> {
  const found = await Promise.all(
    rules.map(async ({ code, fix, check }) => {
      const findings = await check(context);
      return findings.map((finding): Diagnostic => ({ fix, ...finding, code }));
    }),
  );
  return found.flat().sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [fileA, fileB] = [a.place?.file ?? '', b.place?.file ?? ''];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}
