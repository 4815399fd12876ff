import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { size } from '../../bench/size.ts';
import { ErrorCode } from '../../generated/error-codes.ts';
import { limits } from '../../generated/operations.ts';
import { readDocument } from './documents.ts';

interface LedgerRow {
  readonly kind: string;
  readonly state: string;
}
interface Operation {
  readonly operationId: string;
  readonly 'x-safety': string;
  readonly 'x-status'?: string;
  readonly 'x-batch'?: { readonly max: number } | readonly { readonly max: number }[];
  readonly 'x-pagination'?: { readonly style: string; readonly total?: string };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const ledger: readonly LedgerRow[] = parse(readFileSync('spec/docs/pages.yaml', 'utf8'));
const { paths }: Document = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
const operations = Object.values(paths).flatMap((item) => Object.values(item));

const endpoints = operations.length;
const errors = Object.keys(ErrorCode).length;
const unread = ledger.filter(({ kind, state }) => kind === 'endpoint' && state === 'unread').length;
const observed = operations.filter((operation) => operation['x-status'] === 'observed').length;
const lists = operations.flatMap((operation) => operation['x-pagination'] ?? []);
const longLists = operations.filter((operation) => operation['x-batch'] !== undefined).length;
const counted = lists.filter(({ total }) => total !== undefined);
const byOffset = lists.filter(({ style }) => style === 'offset');
const byCursor = lists.filter(({ style }) => style === 'cursor').length;
const byPage = lists.length - byOffset.length - byCursor;
const countedByOffset = byOffset.filter((list) => counted.includes(list));
const safety = (name: string) => operations.filter((operation) => operation['x-safety'] === name).length;
const grouped = (value: number) => value.toLocaleString('en-US');
const { read, bulk } = { read: windowOf('read'), bulk: windowOf('bulk') };

function windowOf(name: 'read' | 'bulk') {
  const { minute = 0, hour = 0 } = limits.windows[name] ?? {};
  return { minute, hour };
}

/** Every figure about the API in a document, in the words of the document. */
const STATED: readonly (readonly [path: string, words: string])[] = [
  ['README.md', `${endpoints} endpoints, ${errors} named errors`],
  ['README.zh-CN.md', `${endpoints} 个接口，${errors} 个有名称的错误码`],
  ['README.md', `${unread} further endpoints`],
  ['README.zh-CN.md', `另有 ${unread} 个接口尚未收录`],
  ['docs/errors.md', `the ${errors} documented errors`],
  ['docs/zh/errors.md', `文档里的 ${errors} 个错误`],
  ['docs/versioning.md', `${endpoints - observed} operations are documented. ${observed} are known only`],
  ['docs/zh/versioning.md', `${endpoints - observed} 个接口有文档；另外 ${observed} 个`],
  ['docs/versioning.md', `The pages of ${unread} further endpoints`],
  ['docs/zh/versioning.md', `另有 ${unread} 个接口的文档页`],
  [
    'docs/lists.md',
    `${lists.length} operations return a list page by page: ${byOffset.length} by offset, ${byPage} by page number, ${byCursor} by cursor`,
  ],
  [
    'docs/zh/lists.md',
    `有 ${lists.length} 个接口分页返回列表：${byOffset.length} 个用 offset，${byPage} 个用页码，${byCursor} 个用游标`,
  ],
  ['docs/batches.md', `${longLists} operations take a list of limited length`],
  ['docs/zh/batches.md', `有 ${longLists} 个接口的参数是限长列表`],
  ['docs/lists.md', `${counted.length} lists that report a total`],
  ['docs/zh/lists.md', `返回总数的 ${counted.length} 个列表`],
  ['docs/lists.md', `${countedByOffset.length} of them, which page by offset`],
  ['docs/zh/lists.md', `其中用 offset 分页的 ${countedByOffset.length} 个`],
  ['docs/limits.md', `| \`read\` | ${safety('read')} |`],
  ['docs/zh/limits.md', `| \`read\`：只读 | ${safety('read')} |`],
  ['docs/limits.md', `update or delete by id | ${safety('idempotent')} |`],
  ['docs/zh/limits.md', `按 id 删除 | ${safety('idempotent')} |`],
  ['docs/limits.md', `increment | ${safety('write')} |`],
  ['docs/zh/limits.md', `增减 | ${safety('write')} |`],
  [
    'docs/limits.md',
    `${limits.in_flight.company} calls in flight, and each endpoint ${read.minute} calls a minute and ${grouped(read.hour)} an hour (${bulk.minute} and ${grouped(bulk.hour)} for bulk writes)`,
  ],
  [
    'docs/zh/limits.md',
    `同时最多 ${limits.in_flight.company} 个请求；每个接口每分钟 ${read.minute} 次、每小时 ${grouped(read.hour)} 次（批量写为 ${bulk.minute} 和 ${grouped(bulk.hour)}）`,
  ],
];

test.each(STATED)('%s says: %s', (path, words) => {
  expect(readDocument(path).text.replaceAll(/\s+/g, ' ')).toContain(words);
});

test.each(['docs/batches.md', 'docs/zh/batches.md'])(
  '%s names each list that is split, with its limit',
  (path) => {
    const table = readDocument(path).text.matchAll(/^\| (`.+?`) +\| ([\d,]+) +\|$/gm);
    const named = Array.from(table, ([, names = '', limit = '']) =>
      names.split(', ').map((name) => `${name.replaceAll(/[`.]/g, '').toLowerCase()} ${limit}`),
    ).flat();
    const split = operations.flatMap(({ operationId, 'x-batch': batch }) => {
      const [first] = [batch ?? []].flat();
      return first ? [`${operationId.toLowerCase()} ${grouped(first.max)}`] : [];
    });
    const isNamed = (operation: string) => named.some((name) => operation.endsWith(name));
    expect(split.filter((operation) => !isNamed(operation))).toEqual([]);
    expect(named).toHaveLength(split.length);
  },
);

const SIZES = ['function form, one operation', 'each further operation', 'nested client with weiban.http'];

test('sizes equal those of a build, to within a thirtieth', async () => {
  const measured = await size();
  const sizes = SIZES.map((name) => Number(measured.find((figure) => figure.name === name)?.value));
  for (const path of ['README.md', 'README.zh-CN.md', 'docs/client.md', 'docs/zh/client.md']) {
    const stated = Array.from(readDocument(path).text.matchAll(/(\d+(?:\.\d)?)\s(?:kB|B)\b/g), ([, figure]) =>
      Number(figure),
    );
    const isMeasured = (figure: number) => sizes.some((actual) => Math.abs(figure - actual) <= actual / 30);
    expect(stated.length).toBe(SIZES.length);
    expect(
      stated.filter((figure) => !isMeasured(figure)),
      `${path}: measured ${sizes.join(', ')}`,
    ).toEqual([]);
  }
});
