import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const text = readFileSync('.github/workflows/publish.yml', 'utf8');
const { on, permissions, jobs }: { on: object; permissions: object; jobs: Record<string, Job> } = parse(text);

test('every action is pinned to a commit, with its version beside it', () => {
  const lines = text.split('\n').filter((line) => line.includes('uses:'));
  expect(lines.length).toBe(
    Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses)).length,
  );
  for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('it runs for tags alone, and holds no token', () => {
  expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
  expect(permissions).toEqual({});
  expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});

test('only one job may publish, and nothing of the project runs there', () => {
  const publishing = Object.values(jobs).filter((job) => job.permissions['id-token'] === 'write');
  expect(publishing.map(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual([
    ['npm publish ./*.tgz --provenance --access public'],
  ]);
  expect(publishing.flatMap(({ steps }) => steps).some(({ uses }) => uses?.includes('checkout'))).toBe(false);
  for (const job of Object.values(jobs)) expect(job.permissions.contents).toBe('read');
});
