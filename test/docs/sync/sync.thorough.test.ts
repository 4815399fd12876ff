import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createSync, type SyncWorld } from '../../../scripts/docs/sync/command-line.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { editedPage } from '../../support/ten-edits.ts';
import { type ApplyPlace, applyPlace } from '../apply/apply-place.ts';

/** Creates a project: the specification in git, the real generator, and a test that can fail. */
function project(): ApplyPlace & {
  page: (text: string) => string;
  sync: (
    world?: Partial<SyncWorld>,
    ...args: string[]
  ) => Promise<{ code: number; out: string; ran: string[] }>;
} {
  const place = applyPlace();
  const { folder } = place;
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const generate = `node --import tsx ${resolve('scripts/generate.ts')}`;
  const scripts = { generate, test: "node -e \"process.exit(require('fs').existsSync('broken') ? 1 : 0)\"" };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'project', scripts }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder });
  writeFileSync(join(folder, '.gitignore'), 'node_modules');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  const file = join(folder, 'page.md');
  return {
    ...place,
    page: (text) => {
      writeFileSync(file, text);
      return file;
    },
    sync: async (world = {}, ...args) => {
      const ran: string[] = [];
      const command = createSync({
        confirm: undefined,
        npm: (...given) => {
          ran.push(given.join(' '));
          return (
            spawnSync('npm', given, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
          );
        },
        ...world,
      });
      const { code, out, err } = await runCommand(command, [file, '--spec', place.spec, ...args]);
      return { code, out: `${out}${err}`, ran };
    },
  };
}

test('one yes leads from a changed page to the change report', async () => {
  const { page, sync, folder, spec } = project();
  page(editedPage(['type', 'new field']));
  const asked: string[] = [];
  const generate = `run --silent generate -- --spec ${spec} --out ${folder}/generated`;
  const { code, out, ran } = await sync({
    confirm: (question) => {
      asked.push(question);
      return Promise.resolve(true);
    },
  });
  expect(asked).toEqual(['Apply this?']);
  expect(out).toContain('+  stage_id: {type: string');
  expect(out).toMatch(/— check\n0 findings/);
  expect(ran).toEqual([generate, 'test --silent']);
  expect(readFileSync(join(folder, 'generated/schema.ts'), 'utf8')).toContain('won?: boolean');
  expect(out).toMatch(/— changes[\s\S]*### Breaking[\s\S]*stage_id[\s\S]*a major version/);
  expect(code).toBe(0);
  expect(spec).toContain(folder);
});

test('after a no, nothing is written', async () => {
  const { page, sync, tree } = project();
  page(editedPage(['type']));
  const before = tree();
  const { code, out, ran } = await sync({ confirm: () => Promise.resolve(false) });
  expect({ code, ran }).toEqual({ code: 1, ran: [] });
  expect(out).toContain('Nothing was written.');
  expect(tree()).toEqual(before);
});

test('it stops when a person must decide, and continues from there', async () => {
  const { page, sync, edit, folder, spec } = project();
  page(editedPage(['new parameter']));
  const first = await sync({}, '--yes');
  expect(first).toMatchObject({ code: 1, ran: [] });
  expect(first.out).toMatch(/the parameter extra has no example[\s\S]*Stopped\. Decide what is listed above/);
  const undecided = await sync({}, '--yes');
  expect(undecided).toMatchObject({ code: 1, ran: [] });
  expect(undecided.out).toMatch(/1 unchanged[\s\S]*no example[\s\S]*Stopped\. Decide what is listed above/);
  edit(
    'paths/opportunity/one.yaml',
    '    - name: extra\n      in: query\n',
    '    - name: extra\n      in: query\n      example: 1\n',
  );
  writeFileSync(join(folder, 'broken'), '');
  const failing = await sync({}, '--yes');
  const generate = `run --silent generate -- --spec ${spec} --out ${folder}/generated`;
  expect(failing).toMatchObject({ code: 1, ran: [generate, 'test --silent'] });
  expect(failing.out).toContain('Stopped. Fix what the tests report');
});

test('without a person and --yes, nothing is done; bad input exits with 2', async () => {
  const { page, sync, tree } = project();
  const before = tree();
  page(renderMarkdown(pageOfFacts(factsAt('/open-api/opportunity/one'))));
  expect(await sync()).toMatchObject({
    code: 2,
    out: expect.stringContaining('there is nobody to ask: give --yes'),
  });
  page('no page');
  expect(await sync({}, '--yes')).toMatchObject({ code: 2, out: expect.stringContaining('page-form') });
  expect(tree()).toEqual(before);
});
