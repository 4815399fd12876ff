import { beforeAll, describe, expect, test } from 'vitest';
import { adviceCell } from '../../../scripts/generate/reference/advice-cell.ts';
import { emitReference } from '../../../scripts/generate/reference/index.ts';
import { assemble } from '../../../scripts/spec/assemble.ts';
import { loadSpec } from '../../../scripts/spec/load.ts';
import { buildModel } from '../../../scripts/spec/model.ts';

let files: ReadonlyMap<string, string>;
const pageOf = (id: string) => files.get(`reference/operations/${id}.md`) ?? '';

beforeAll(() => {
  files = emitReference(buildModel(assemble(loadSpec('spec/openapi.yaml'))));
});

describe('the reference', () => {
  test('has a page for each operation and category, and lists them', () => {
    const { navigation } = JSON.parse(files.get('reference/navigation.json') ?? '');
    const links = navigation.flatMap((category: { link: string; items: { link: string }[] }) => [
      category.link,
      ...category.items.map(({ link }) => link),
    ]);
    expect(links.filter((link: string) => link.startsWith('/operations/'))).toHaveLength(151);
    for (const link of links) expect(files.has(`reference${link}.md`), link).toBe(true);
  });

  test('nested fields of a result are listed by path, and references are followed', () => {
    expect(pageOf('opportunityOne')).toMatch(/^\| `opportunity\.stage\.name` \| string \| yes \|/m);
    expect(pageOf('externalUserList')).toMatch(
      /^\| `external_user_list\[\]\.unionid` \| string or null \| {2}\|/m,
    );
  });

  test('an error has its advice in Chinese and then in English', () => {
    const cell = /\| 检查 id 或 serial_number[^|]*<br>Check the id or the serial number[^|]*\|/;
    expect(pageOf('opportunityOne')).toMatch(cell);
    expect(files.get('reference/errors.md')).toMatch(cell);
    expect(adviceCell(undefined, 'Wait.')).toBe('Wait.');
  });

  test('corrections are explained with the sentence of their named reason', () => {
    expect(pageOf('opportunityOne')).toMatch(
      /\| `opportunity\.end_time` \| type \| `null` \| The sample shows null; the times beside it/,
    );
  });

  test.each([
    ['a query', 'opportunityOne', "weiban.opportunity.one({ id: '1900001' })"],
    ['the same for a shell', 'opportunityOne', 'weiban call opportunity.one --id 1900001'],
    [
      'a list',
      'externalUserList',
      "for await (const item of weiban.externalUser.list.items({ staff_id: 'zhangsan' }))",
    ],
    ['no arguments', 'departmentList', 'weiban.department.list()'],
    ['a body', 'tagAdd', '"tag_group":"意向等级"'],
    ['a call without a token', 'accessTokenGet', "/open-api/access_token/get' \\\n"],
  ])('samples: %s', (_, id, text) => {
    expect(pageOf(id)).toContain(text);
  });

  test('every sample in TypeScript has valid syntax', async () => {
    const { transform } = await import('esbuild');
    for (const [name, text] of files) {
      const code = /```ts \[TypeScript\]\n([\s\S]*?)\n```/.exec(text)?.[1];
      if (code !== undefined) await expect(transform(code, { loader: 'ts' }), name).resolves.toBeDefined();
    }
  });
});
