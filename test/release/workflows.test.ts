import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

describe.each(readdirSync(FOLDER).map((name) => ({ name })))('$name', ({ name }) => {
  const text = read(name);
  const { permissions, jobs }: Workflow = parse(text);

  test('pins every action to a commit, with its version in a comment', () => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    expect(lines.length).toBe(
      Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses)).length,
    );
    for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('grants no permissions except those of a job, has no token, and has a time limit', () => {
    expect(permissions).toEqual({});
    expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
    for (const job of Object.values(jobs)) {
      // The job that publishes the site has no code of this project.
      const { contents = job.permissions.pages && 'read' } = job.permissions;
      expect(contents).toBe('read');
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
      for (const { uses, with: inputs } of job.steps)
        if (uses?.includes('/checkout@')) expect(inputs).toMatchObject({ 'persist-credentials': false });
    }
  });
});

test('every workflow uses the same version of an action', () => {
  const used = readdirSync(FOLDER).flatMap((name) => read(name).match(/actions\/\S+ # \S+/g) ?? []);
  const versions = new Set(used);
  const actions = new Set(used.map((line) => line.split('@')[0]));
  expect(versions.size).toBe(actions.size);
});

describe('publish.yml', () => {
  const { on, jobs }: Workflow = parse(read('publish.yml'));

  test('runs for tags only', () => {
    expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
  });

  test("lets only one job publish, and that job runs none of the project's code", () => {
    const publishing = Object.values(jobs).filter((job) => job.permissions['id-token'] === 'write');
    expect(publishing.map(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual([
      ['npm publish ./*.tgz --provenance --access public'],
    ]);
    expect(publishing.flatMap(({ steps }) => steps).some(({ uses }) => uses?.includes('checkout'))).toBe(
      false,
    );
  });
});

describe('ci.yml', () => {
  const { on, jobs }: Workflow = parse(read('ci.yml'));

  test('runs .ci/run for main and for pull requests, on each supported release of Node', () => {
    expect(on).toEqual({ push: { branches: ['main'] }, pull_request: null });
    const [job] = Object.values(jobs);
    expect(job?.strategy?.matrix.node).toEqual([20, 22, 24]);
    expect(job?.steps.at(-1)?.run).toBe('.ci/run');
    for (const { permissions } of Object.values(jobs)) expect(permissions).toEqual({ contents: 'read' });
  });
});
