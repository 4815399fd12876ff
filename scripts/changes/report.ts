import { type Finding, RULES, type Severity } from './rules.ts';

/** What the changes between two states come to. */
export interface ChangeReport {
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  readonly findings: readonly Finding[];
}

const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
const TITLES: Readonly<Record<Severity, string>> = {
  breaking: 'Breaking',
  risky: 'May break',
  safe: 'Added and eased',
};

/** Sums findings up: the version that they call for is that of the gravest. */
export function reportOf(findings: readonly Finding[]): ChangeReport {
  const bumps = findings.map(({ rule }) => BUMPS.indexOf(RULES[rule].bump));
  return { bump: BUMPS[Math.max(0, ...bumps)] ?? 'none', findings };
}

/** The section for CHANGELOG.md. */
export function changelogSection({ findings }: ChangeReport): string {
  const parts = (['breaking', 'risky', 'safe'] as const).flatMap((severity) => {
    const own = findings.filter((each) => each.severity === severity);
    if (own.length === 0) return [];
    return [`### ${TITLES[severity]}\n\n${own.map(({ text, rule }) => `- ${text}. (${rule})`).join('\n')}`];
  });
  return parts.join('\n\n');
}

/** The report for a person. */
export function printReport(report: ChangeReport): string {
  const { findings, bump } = report;
  if (findings.length === 0) return 'Nothing that a consumer of the package would feel.';
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const summary = `${count('breaking')} breaking, ${count('risky')} risky, ${count('safe')} safe: a ${bump} version`;
  return `${changelogSection(report)}\n\n${summary}`;
}
