import { type Finding, RULES, type Severity } from './rules.ts';

/** All changes between two states, and the version bump that they require. */
export interface ChangeReport {
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  readonly findings: readonly Finding[];
}

const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
const TITLES: Readonly<Record<Severity, string>> = {
  breaking: 'Breaking',
  risky: 'May break',
  safe: 'Added and relaxed',
};

/** Sums up findings. The version bump is the largest that any of them requires. */
export function reportOf(findings: readonly Finding[]): ChangeReport {
  const bumps = findings.map(({ rule }) => BUMPS.indexOf(RULES[rule].bump));
  return { bump: BUMPS[Math.max(0, ...bumps)] ?? 'none', findings };
}

/** Writes the section for CHANGELOG.md. */
export function changelogSection({ findings }: ChangeReport): string {
  const parts = (['breaking', 'risky', 'safe'] as const).flatMap((severity) => {
    const own = findings.filter((change) => change.severity === severity);
    if (own.length === 0) return [];
    return [`### ${TITLES[severity]}\n\n${own.map(({ text, rule }) => `- ${text}. (${rule})`).join('\n')}`];
  });
  return parts.join('\n\n');
}

/** Writes the report for the terminal. */
export function printReport(report: ChangeReport): string {
  const { findings, bump } = report;
  if (findings.length === 0) return 'No change affects consumers of the package.';
  const count = (severity: Severity) => findings.filter((change) => change.severity === severity).length;
  const summary = `${count('breaking')} breaking, ${count('risky')} risky, ${count('safe')} safe: a ${bump} version`;
  return `${changelogSection(report)}\n\n${summary}`;
}
