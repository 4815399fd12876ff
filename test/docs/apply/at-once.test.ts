import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { createSync } from '../../../scripts/docs/sync/command-line.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { applyPlace } from './apply-place.ts';

const page = pageOfFacts(factsAt('/open-api/opportunity/one'));

/** A page of a new endpoint that belongs to a known category. */
function newPage(name: string, id: string): string {
  const made = { ...page, id, title: `接口${name}`, path: `/open-api/opportunity/${name}` };
  return renderMarkdown(made).replace('某某管理', '销售管理/销售过程管理');
}

const sheet = (name: string, id: string) => `category: 销售过程管理
slug: sales-process
pages:
  - {page: ${id}, title: 接口${name}, kind: endpoint, method: GET, path: /open-api/opportunity/${name}, query: [], complete: true}
`;

test('two commands at once: the ledger has the rows of both', async () => {
  const place = applyPlace();
  const commands = [
    ['apply', 'one.md', newPage('close', 'api-99')],
    ['apply', 'two.md', newPage('reopen', 'api-98')],
    ['import', 'three.yaml', sheet('merge', 'api-97')],
  ] as const;
  const run = ([command, file, text]: (typeof commands)[number]) => {
    const path = join(place.folder, file);
    writeFileSync(path, text);
    return runCommand(runDocs, [command, path, '--spec', place.spec]);
  };
  const results = await Promise.all(commands.map(run));
  // Exit code 1: the new paths have places to decide.
  expect(results.map(({ code, err }) => [code, err])).toEqual([
    [1, ''],
    [1, ''],
    [0, ''],
  ]);
  const ledger = place.read('docs/pages.yaml');
  for (const id of ['api-99', 'api-98', 'api-97']) expect(ledger).toContain(`{page: ${id}, `);
  const root = place.read('openapi.yaml');
  for (const name of ['close', 'reopen']) expect(root).toContain(`/open-api/opportunity/${name}: `);
  expect(
    ['.lock', '.lock-holder', '.apply.json'].filter((name) => existsSync(join(place.spec, name))),
  ).toEqual([]);
});

test('sync writes nothing if another command wrote while the person was reading', async () => {
  const place = applyPlace();
  const file = join(place.folder, 'page.md');
  writeFileSync(file, newPage('close', 'api-99'));
  const sync = createSync({
    confirm: async () => {
      await place.apply(newPage('reopen', 'api-98'));
      return true;
    },
    npm: () => true,
  });
  const { code, err } = await runCommand(sync, [file, '--spec', place.spec]);
  expect(err).toMatch(
    /changed while you were reading; nothing was written\n {4}fix: run the same command again/,
  );
  expect(code).toBe(2);
  const ledger = place.read('docs/pages.yaml');
  expect(ledger).toContain('{page: api-98, ');
  expect(ledger).not.toContain('{page: api-99, ');
});
