import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAuditLog } from '../../src/mcp/audit-log.ts';
import { manualClock } from '../support/clocks.ts';
import { errorOf, servedTools } from './calls/tool-context.ts';

const entry = { tool: 'call_read', operation: 'opportunityOne', arguments: ['id'], outcome: 'ok' };
const line = { time: '1970-01-01T00:16:40.000Z', ...entry };

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'audit.jsonl');
  const told: string[] = [];
  const open = () => openAuditLog(path, ({ message }) => told.push(message), manualClock());
  const lines = () =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
  return { path, told, open, lines };
}

test('each entry is a line of JSON with the time and nothing else', () => {
  const { open, lines, path } = opened();
  const audit = open();
  audit(entry);
  audit({ ...entry, ...{ value: '13800138000' } });
  expect(lines()).toEqual([line, line]);
  expect(readFileSync(path, 'utf8')).toMatch(/\n$/);
});

test('the owner alone reads the file, even one that was there before', () => {
  const { open, path } = opened();
  writeFileSync(path, '', { mode: 0o644 });
  open()(entry);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('lines are appended, after a torn one on a line of their own, and to a new file when the old was moved', () => {
  const { open, path, lines } = opened();
  writeFileSync(path, '{"time":"torn');
  const audit = open();
  audit(entry);
  expect(readFileSync(path, 'utf8')).toBe(`{"time":"torn\n${JSON.stringify(line)}\n`);
  renameSync(path, `${path}.1`);
  audit(entry);
  expect(lines()).toEqual([line]);
});

test('a file that cannot be opened is told at once', () => {
  const { open, path } = opened();
  mkdirSync(path);
  expect(open).toThrow(/EISDIR/);
});

describe('a log that cannot be written', () => {
  const broken = () => {
    const log = opened();
    const audit = log.open();
    rmSync(log.path);
    mkdirSync(log.path);
    return { ...log, audit };
  };

  test('is told once, lets reads go on, and throws for the line before a write', () => {
    const { audit, told } = broken();
    audit(entry);
    audit(entry);
    expect(() => audit({ ...entry, outcome: 'sending' })).toThrow(/nothing was sent/);
    expect(told).toEqual([expect.stringMatching(/audit\.jsonl cannot be written.*writes are refused/)]);
  });

  test('works again, and is told again when it fails again', () => {
    const { audit, told, path, lines } = broken();
    audit(entry);
    rmSync(path, { recursive: true });
    audit({ ...entry, outcome: 'sending' });
    expect(lines()).toEqual([{ ...line, outcome: 'sending' }]);
    rmSync(path);
    mkdirSync(path);
    audit(entry);
    expect(told).toHaveLength(2);
  });

  test('refuses a write that a person agreed to, and nothing reaches the server', async () => {
    const { audit } = broken();
    const { server, write } = await servedTools({ audit, allowsWrite: () => true, ask: async () => true });
    const input = { staff_id: 's', external_user_id: 'c', tag_group: 'g', tag_name: 't' };
    expect(errorOf(await write({ operation: 'tag.add', arguments: input }))).toMatchObject({
      name: 'AuditFailed',
    });
    expect(server.seen).toEqual([]);
  });

  test('does not keep a read from its answer', async () => {
    const { audit } = broken();
    const { server, read } = await servedTools({ audit });
    server.answer('opportunity/one', () => ({
      body: { errcode: 0, errmsg: 'ok', opportunity: { id: '1' } },
    }));
    const { value } = await read({ operation: 'opportunity.one', arguments: { id: '1' } });
    expect(value.answer).toEqual({ opportunity: { id: '1' } });
  });
});

test('the log of calls with secrets and values holds none of them', async () => {
  const { open, path } = opened();
  const { read, write } = await servedTools({ audit: open(), allowsWrite: () => true });
  await read({ operation: 'opportunity.one', arguments: { id: '13800138000', secret: 'a-secret-value' } });
  await write({ operation: 'accessToken.get', arguments: { corp_id: 'c', secret: 'a-secret-value' } });
  await write({
    operation: 'tag.add',
    arguments: { staff_id: 's', external_user_id: 'c', tag_group: 'g', tag_name: '客户甲' },
  });
  const text = readFileSync(path, 'utf8');
  expect(text.split('\n')).toHaveLength(4);
  expect(text).not.toMatch(/13800138000|a-secret-value|客户甲/);
});
