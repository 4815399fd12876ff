import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { type Figure, median } from './support/figures.ts';

/** The common generator of one tool for each operation. */
const GENERATOR = 'openapi-mcp-generator@4.0.1';
const DOCUMENT = 'generated/openapi.json';

const SEARCHES = [
  '哪些客户没有标签',
  '上周新加的客户',
  '群发结果',
  '未关闭的工单',
  '按阶段统计商机',
  '客户流失',
  '朋友圈点赞',
  'open tickets',
  'customers of an employee',
  'lead pool',
];

const CALLS: readonly object[] = [
  { operation: 'externalUser.list', fields: ['id', 'name', 'created_at'], limit: 20 },
  { operation: 'externalUser.list', limit: 20 },
  { operation: 'staff.list', fields: ['id', 'name', 'department'], limit: 50 },
  { operation: 'tag.v2List', limit: 50 },
  { operation: 'workorder.list', fields: ['order_no', 'title', 'status', 'handler_id'], limit: 20 },
  { operation: 'contactWay.list', fields: ['id', 'group_name', 'add_user_count'], limit: 20 },
  { operation: 'groupChat.list', limit: 10 },
  { operation: 'department.list' },
  { operation: 'sea.list' },
  { operation: 'externalUserPackage.list', limit: 20 },
];

const tokensOf = (value: unknown) => encode(typeof value === 'string' ? value : JSON.stringify(value)).length;

/**
 * Measures what an agent pays for `weiban mcp --sandbox`, in tokens of o200k_base: the list of tools, ten searches and ten answers,
 * beside one tool for each operation. The generator of these comes from npm; without a network its figures are missing.
 */
export async function mcp(): Promise<Figure[]> {
  const section = 'mcp: tokens (o200k_base)';
  const { list, searches, answers } = await measureServer();
  const other = await measureGenerator();
  const figure = (name: string, value: number, more: Partial<Figure> = {}): Figure => ({
    ...{ section, name, value, unit: 'tokens' },
    ...more,
  });
  return [
    figure('the list of tools', tokensOf(list), { budget: 1200, note: `${list.length} tools` }),
    figure('ten searches, together', sum(searches), { note: `median ${median(searches)}` }),
    figure('the largest search', Math.max(...searches), { budget: 2000 }),
    figure('ten answers, together', sum(answers), { note: `median ${median(answers)}` }),
    figure('one tool for each operation', other.tokens, { note: other.note }),
    figure('… relative to the list of tools', other.tokens / tokensOf(list), { unit: '× the list' }),
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function measureServer() {
  const client = new Client({ name: 'bench', version: '1' });
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'mcp', '--sandbox', '--lang', 'zh'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  try {
    const call = async (name: string, input: object) => {
      const result = await client.callTool({ name, arguments: { ...input } });
      const text = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
      if (result.isError) throw new Error(`${name} ${JSON.stringify(input)}: ${text}`);
      return tokensOf(text);
    };
    const { tools: list } = await client.listTools();
    const searches: number[] = [];
    for (const query of SEARCHES) searches.push(await call('search_operations', { query }));
    const answers: number[] = [];
    for (const input of CALLS) answers.push(await call('call_read', input));
    return { list, searches, answers };
  } finally {
    await client.close();
  }
}

/** The tools of the generator, as its servers list them. */
async function measureGenerator(): Promise<{ readonly tokens: number; readonly note: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-mcp-'));
  try {
    const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options, GENERATOR], { stdio: 'pipe' });
    const entry = join(folder, 'node_modules/openapi-mcp-generator/dist/index.js');
    const { getToolsFromOpenApi } = await import(pathToFileURL(entry).href);

    const tools: readonly ListedTool[] = await getToolsFromOpenApi(resolve(DOCUMENT), { dereference: true });
    // A list that a server sends has these three; the rest is for its own calls.
    const listed = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
    return { tokens: tokensOf(listed), note: `${GENERATOR}, ${listed.length} tools` };
  } catch (error) {
    return { tokens: Number.NaN, note: `${GENERATOR} cannot run: ${String(error).split('\n')[0]}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface ListedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: unknown;
}
