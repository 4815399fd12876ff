// Sums up the reports named on the command line (vitest's JSON reports and those of pack:check) and prints the result as
// the last line. Fails if a report is missing, ran nothing, or contains a failure. A path may be followed by a colon and
// the exit code of what wrote the report: one that fails without a failed test (a type error in a source file, an
// unhandled rejection) counts as one failure.
import { readFileSync } from 'node:fs';

const counts = process.argv.slice(2).map(countsOf);
const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 || counts.some(({ ranNothing }) => ranNothing) ? 1 : 0;

function countsOf(argument) {
  const [, path, exitCode = '0'] = /^(.+?)(?::(\d+))?$/.exec(argument);
  const { passed, failed, skipped, results = [] } = countsIn(path);
  // Checks say why each was skipped (no registry answers, say). Tests that were all skipped are a mistake.
  const ranNothing = passed === 0 && results.length === 0;
  return { passed, failed: failed === 0 && exitCode !== '0' ? 1 : failed, skipped, ranNothing };
}

function countsIn(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    console.error(`${path}: no report was written`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (!('numPassedTests' in report)) return report;
  const brokenSuites = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenSuites,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}
