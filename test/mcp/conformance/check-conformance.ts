import { join } from 'node:path';
import { createMasker, createTools, type McpSettings, serveMcpOverHttp } from '../../../src/mcp/index.ts';
import { startProgram } from '../../languages/run-program.ts';
import { fixtures } from './fixtures.ts';
import type { Programs } from './programs.ts';

/**
 * Runs every scenario that the suite requires of a revision of the protocol against the server. Resolves to the
 * suite's counts. Rejects for a failure that expected-<revision>.yaml does not hold, and for one in it that no longer fails.
 */
export async function checkConformance(
  { conformance }: Programs,
  revision: string,
  work: string,
): Promise<string> {
  const server = await serveMcpOverHttp(settings(), 0);
  try {
    const expected = join(import.meta.dirname, `expected-${revision}.yaml`);
    const flags = ['--requirements', revision, '--expected-failures', expected];
    const program = startProgram(
      [...conformance, 'server', '--url', server.url, ...flags, '-o', join(work, revision)],
      { cwd: work, env: { NO_COLOR: '1' } },
    );
    const { code, out, err } = await program.ended;
    const [, passed] = /^Total: (\d+) passed/m.exec(out) ?? [];
    if (code !== 0 || passed === undefined) throw new Error(`${summaryIn(out)}\n${err}`.trim());
    return `${passed} passed, ${[...out.matchAll(/^ {2}~ /gm)].length} expected failures`;
  } finally {
    await server.close();
  }
}

/** The end of the report, from the summary on. */
function summaryIn(out: string): string {
  return out.slice(Math.max(0, out.lastIndexOf('=== SUMMARY')));
}

/** A server with its own tools and those of the suite. Nothing in the suite calls the API. */
function settings(): McpSettings {
  return {
    version: '1.2.3',
    language: 'en',
    openCaller: () => Promise.reject(new Error('the suite calls no operation')),
    allowsWrite: () => false,
    masker: createMasker(),
    audit: () => undefined,
    budget: 8000,
    // The suite sends what has to be refused, and each refusal is reported.
    report: () => undefined,
    tools: [...createTools(), ...fixtures],
  };
}
