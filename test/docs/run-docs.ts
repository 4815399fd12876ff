import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runDocs } from '../../scripts/docs/command-line.ts';
import { type CommandRun, runCommand } from '../support/run-command.ts';

const ROOT = `openapi: 3.1.0
info: {title: Small, version: 1.0.0}
x-base-path: /open-api
x-seats: {销售: sales}
x-limits: {concurrent: 5}
x-envelopes:
  errcode: {code: errcode, message: errmsg, ok: [0], success: {type: object, properties: {errcode: {}, errmsg: {}}}, failure: {type: object}}
  status: {code: status_code, message: m, ok: [200], success: {type: object, properties: {status_code: {}, success: {}}}, failure: {type: object}}
paths: {}
`;

/** A folder with an empty specification, and functions to work with it. */
export interface Workplace {
  readonly folder: string;
  readonly write: (file: string, text: string) => string;
  readonly read: (file: string) => string | undefined;
  readonly files: () => string[];
  /** Runs `npm run docs` on this specification. */
  readonly docs: (...args: string[]) => Promise<CommandRun>;
}

/** Creates a workplace that is deleted when the test ends. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  write('openapi.yaml', ROOT);
  return {
    folder,
    write,
    read: (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort(),
    docs: (...args) => runCommand(runDocs, [...args, '--spec', folder]),
  };
}
