import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCheck } from '../../../scripts/check/index.ts';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { runGenerate } from '../../../scripts/generate/index.ts';
import { compileFolder } from '../../support/compile.ts';
import { runCommand } from '../../support/run-command.ts';
import { SITE, sitePage } from '../site-pages.ts';

/** Serves pages on loopback as Apifox does, and returns the address of the site. */
async function serve(): Promise<string> {
  const pages = new Map(SITE.map((page) => [`/${page.id}e0.md`, sitePage(page)]));
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const list = [...pages.keys()]
      .map((link) => `- [page](http://${request.headers.host}${link})`)
      .join('\n');
    const text = path === '/llms.txt' ? list : pages.get(path);
    response
      .writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/markdown; charset=utf-8' })
      .end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('from a site to a client that compiles, with no file written by hand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [spec, pages, client] = ['spec', 'pages', 'client'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const docs = (...args: string[]) => runCommand(runDocs, args);
  expect(await docs('init', spec, '--title', 'Shop')).toMatchObject({ code: 0 });
  expect(await docs('pull', await serve(), '--out', pages)).toMatchObject({ code: 0 });
  expect(await docs('import', pages, '--spec', spec)).toMatchObject({ code: 0, err: '' });
  expect(await docs('scaffold', '--all', '--spec', spec)).toMatchObject({ code: 0, err: '' });
  const checked = await runCommand(runCheck, ['--spec', spec]);
  const open = [...checked.out.matchAll(/^\S+:\d+:\d+ ([a-z-]+):/gm)].map(([, code]) => code);
  // What a person has to decide, and nothing else: facts and specification agree.
  expect(new Set(open)).toEqual(new Set(['operation-fields', 'arguments-have-examples', 'bundle-lint']));
  expect(checked.out).toMatch(/5 operations of 6 pages, \d+ fields, \d+ places compared: 0 differences/);
  expect(await runCommand(runGenerate, ['--spec', spec, '--out', client])).toMatchObject({ code: 0 });
  expect(compileFolder(client)).toEqual([]);
  const document = JSON.parse(readFileSync(join(client, 'openapi.json'), 'utf8'));
  expect(Object.keys(document.paths)).toEqual(['/images:upload', '/orders', '/orders/{id}']);
}, 120_000);
