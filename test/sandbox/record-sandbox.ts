import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRecord } from '../../scripts/record/command-line.ts';
import { readSpecification } from '../../scripts/record/run-shape.ts';
import { type Sandbox, type SandboxServerOptions, startSandbox } from '../../src/sandbox/index.ts';
import { runCommand } from '../support/run-command.ts';

// Read once: all tests use the specification in spec/.
const specification = readSpecification('spec');

/** Starts a sandbox that the end of the test closes. */
export async function start(options: SandboxServerOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ limits: false, ...options });
  onTestFinished(sandbox.close);
  return sandbox;
}

/** Runs `npm run record` against a sandbox. Returns its output and the text of every written file except the key. */
export async function record(sandbox: Sandbox, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const calls = args.includes('--calls') ? ['--calls', join(folder, 'calls.yaml')] : [];
  if (calls[1]) writeFileSync(calls[1], args[1] ?? '');
  const run = await runCommand(
    createRecord(() => specification),
    ['--base-url', sandbox.url, '--recordings', folder, ...calls, ...args.slice(calls.length)],
    { env: { WEIBAN_CORP_ID: sandbox.corpId, WEIBAN_SECRET: sandbox.secret } },
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return { ...run, files };
}
