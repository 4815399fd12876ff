import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENTED } from '../support/page-of-facts.ts';

const TYPE_TEST = `import { answer } from 'weiban-openapi';\nexport const text: string = answer;\n`;

/** A small project in its own repository: a specification, a changelog, type tests. */
export interface SmallProject {
  readonly folder: string;
  /** The path of a file of it. */
  at(name: string): string;
  git(...args: string[]): string;
  /** Commits everything. */
  commit(message: string): void;
}

/** Makes one in a temporary folder, which the caller removes. */
export function smallProject(): SmallProject {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-release-'));
  const at = (name: string) => join(folder, name);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-qm', message);
  };
  cpSync(DOCUMENTED, at('spec'), { recursive: true });
  writeFileSync(at('package.json'), '{\n  "name": "weiban-openapi",\n  "version": "0.1.0",\n  "x": 1\n}\n');
  writeFileSync(
    at('package-lock.json'),
    '{\n  "version": "0.1.0",\n  "packages": {\n    "": {\n      "version": "0.1.0",\n      "license": "MIT"\n    },\n    "node_modules/a": {\n      "version": "0.1.0",\n      "dev": true\n    }\n  }\n}\n',
  );
  writeFileSync(at('CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- First.\n');
  writeFileSync(at('.gitignore'), 'node_modules/\ndist/\n');
  mkdirSync(at('test/types'), { recursive: true });
  writeFileSync(at('test/types/client.test-d.ts'), TYPE_TEST);
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 't');
  git('config', 'user.email', 't@example.com');
  commit('first');
  return { folder, at, git, commit };
}
