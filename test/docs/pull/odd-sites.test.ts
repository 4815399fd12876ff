import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runPull } from '../../../scripts/docs/pull/command-line.ts';
import { withFolderLock } from '../../../scripts/kit/folder-lock.ts';
import { runCommand } from '../../support/run-command.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Starts a site on loopback that lists pages, knows their state, and answers some addresses in an odd way. */
async function site(...pages: string[]) {
  const odd = new Map<string, Answer>();
  const asked: { path: string; status: number }[] = [];
  const plain = (path: string, known: string | undefined): Answer => {
    const etag = `"${path}"`;
    if (path === '/llms.txt') return { body: pages.map((page) => `- [page](${page})`).join('\n') };
    return known === etag ? { status: 304 } : { headers: { etag }, body: `# ${path}` };
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const answer = odd.get(path) ?? plain(path, request.headers['if-none-match']);
    const { status = 200, headers = {}, body = '' } = answer;
    if (path !== '/llms.txt') asked.push({ path, status });
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'weiban-pull-'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // A server that listens on TCP has an address with a port.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    folder,
    odd,
    pull: async (...args: string[]) => {
      const { code, out, err } = await runCommand(runPull, [url, '--out', folder, ...args]);
      return { code, text: `${err}\n${out}`, out };
    },
    /** The statuses of the pages' answers since the last call. */
    statuses: () => asked.splice(0).map(({ status }) => status),
    kept: () => readdirSync(folder).filter((name) => name.endsWith('.md')),
  };
}

const LOGIN = '<!DOCTYPE html>\n<html><body>Log in</body></html>';
const ODD: readonly [name: string, answer: Answer, problem: string][] = [
  ['a login page', { headers: { 'content-type': 'text/html; charset=utf-8' }, body: LOGIN }, 'an HTML page'],
  ['a login page without a content type', { body: `\n${LOGIN}` }, 'an HTML page'],
  ['a login page called text', { headers: { 'content-type': 'text/plain' }, body: LOGIN }, 'an HTML page'],
  ['an error as JSON', { headers: { 'content-type': 'application/json' }, body: '{"code": 401}' }, 'JSON'],
  ['nothing', {}, 'an empty page'],
  ['304 to a first request', { status: 304 }, 'HTTP 304, although no earlier copy was named'],
];

test.each(ODD)(
  '%s is no page: what was kept stays, and the next run asks again',
  async (_, answer, problem) => {
    const { folder, odd, pull, kept } = await site('/api-0.md', '/api-1.md');
    odd.set('/api-1.md', answer);
    const first = await pull('--json');
    expect(first.code).toBe(1);
    const failed = [expect.stringContaining(problem)];
    expect(JSON.parse(first.out)).toMatchObject({ fetched: 1, unchanged: 0, failed });
    expect(kept()).toHaveLength(1);
    odd.clear();
    expect((await pull()).code).toBe(0);
    const texts = () => kept().map((name) => readFileSync(join(folder, name), 'utf8'));
    const before = texts();
    expect(before.toSorted()).toEqual(['# /api-0.md', '# /api-1.md']);
    if (answer.status === 304) return;
    for (const path of ['/api-0.md', '/api-1.md']) odd.set(path, answer);
    expect((await pull()).code).toBe(1);
    expect(texts()).toEqual(before);
  },
);

test.each(ODD)('%s in place of llms.txt: nothing is fetched', async (_, answer, problem) => {
  const { odd, pull, statuses } = await site('/api-0.md');
  odd.set('/llms.txt', answer);
  expect(await pull()).toMatchObject({ code: 2, text: expect.stringContaining(problem) });
  expect(statuses()).toEqual([]);
});

test('a page with a long name, or a name that is no plain word, is kept', async () => {
  const long = 'a'.repeat(300);
  const { pull, statuses, kept } = await site(`/${long}.md`, `/${long}b.md`, '/%E5%BE%AE.md', '/a.b.md');
  expect((await pull()).code).toBe(0);
  expect(kept()).toHaveLength(4);
  expect(statuses()).toEqual([200, 200, 200, 200]);
  expect((await pull()).code).toBe(0);
  expect(statuses()).toEqual([304, 304, 304, 304]);
});

test('a page that cannot be written is named, and the others are fetched', async () => {
  const { folder, pull, kept } = await site('/api-0.md', '/api-1.md', '/api-2.md');
  expect((await pull()).code).toBe(0);
  const taken = kept().find((name) => name.startsWith('api-1.')) ?? '';
  rmSync(join(folder, taken));
  mkdirSync(join(folder, taken, 'in-the-way'), { recursive: true });
  writeFileSync(join(folder, 'pull.state'), '');
  const { code, text } = await pull();
  expect(code).toBe(1);
  expect(text).toMatch(
    /pull: .*api-1\..*\.md cannot be written: [\s\S]*2 fetched, 0 unchanged, 0 fetched before, 1 failed/,
  );
});

test('a folder that is a file is refused', async () => {
  const { folder, url } = await site('/api-0.md');
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { code, err } = await runCommand(runPull, [url, '--out', file]);
  expect([code, err]).toEqual([2, expect.stringContaining(`${file} cannot be created: EEXIST`)]);
});

test('a second pull into one folder is refused, and says who is pulling', async () => {
  const { folder, pull, statuses } = await site('/api-0.md');
  const running = { command: 'docs pull', patience: 0 };
  const second = await withFolderLock(folder, running, () => pull());
  expect(second.code).toBe(2);
  const message = `locked: ${folder} is being written by docs pull (process ${process.pid} on `;
  expect(second.text).toContain(message);
  expect(statuses()).toEqual([]);
});

test.each([
  ['blank lines', '\n'.repeat(100_000)],
  ['lines of spaces', ' \n\t\n'.repeat(50_000)],
  ['open links', '](/a'.repeat(50_000)],
  ['one long word', `](${'a'.repeat(200_000)}`],
])('a list of %s costs linear time', async (_, noise) => {
  const { url, odd, pull } = await site();
  odd.set('/llms.txt', { body: `${noise}\n - ${url}/api-0.md \n${noise}` });
  // Quadratic time would take minutes, and the test's time limit would end it.
  expect((await pull()).code).toBe(0);
});
