import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, expect, test } from 'vitest';
import { openTextCache } from '../../scripts/kit/text-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'weiban-text-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const keyOf = (text: string) => createHash('sha256').update(text).digest('base64');
const newFile = () => join(folder, `cache-${++files}`);

test('what one run made the next one knows, with every digit, and as a value of its own', () => {
  const file = newFile();
  const value = { id: 12345678901234567890n, list: [null, true, 'x'] };
  const first = openTextCache(file, '1');
  first.set('a text', value);
  first.save();
  const second = openTextCache(file, '1');
  const [one, two] = [second.get('a text'), second.get('a text')];
  expect(one?.value).toEqual(value);
  expect(one?.value).not.toBe(two?.value);
  expect(second.get('a text ')).toBeUndefined();
});

test('another version knows nothing, and replaces it', () => {
  const file = newFile();
  const first = openTextCache(file, '1');
  first.set('text', 1);
  first.save();
  const other = openTextCache(file, '2');
  expect(other.get('text')).toBeUndefined();
  other.set('text', 2);
  other.save();
  expect(openTextCache(file, '1').get('text')).toBeUndefined();
  expect(openTextCache(file, '2').get('text')).toEqual({ value: 2 });
});

test('a damaged cache is none', () => {
  const file = newFile();
  const first = openTextCache(file, '1');
  first.set('text', 1);
  first.save();
  writeFileSync(file, 'damaged');
  expect(openTextCache(file, '1').get('text')).toBeUndefined();
});

test('a damaged entry is unknown, and the others are not', () => {
  const file = newFile();
  const entries = new Map([[keyOf('text'), Buffer.from('damaged')]]);
  writeFileSync(file, serialize({ version: '1', entries }));
  const cache = openTextCache(file, '1');
  expect(cache.get('text')).toBeUndefined();
  cache.set('text', 1);
  expect(cache.get('text')).toEqual({ value: 1 });
});

test('what was not asked for lately goes, and what was stays', () => {
  const file = newFile();
  const first = openTextCache(file, '1');
  for (let at = 0; at < 1500; at++) first.set(`text ${at}`, at);
  first.get('text 0');
  for (let at = 1500; at < 1600; at++) first.set(`text ${at}`, at);
  first.save();
  const second = openTextCache(file, '1');
  expect(second.get('text 0')).toEqual({ value: 0 });
  expect(second.get('text 1')).toBeUndefined();
  expect(second.get('text 1599')).toEqual({ value: 1599 });
});

test('one that cannot be written is done without, and nothing half-written is left', () => {
  const blocked = newFile();
  mkdirSync(join(blocked, 'a folder where the file should be'), { recursive: true });
  const cache = openTextCache(blocked, '1');
  cache.set('text', 1);
  expect(() => cache.save()).not.toThrow();
  expect(readdirSync(folder).filter((name) => /\.\d+$/.test(name))).toEqual([]);
});

test('one whose folder cannot be made is done without', () => {
  const blocked = newFile();
  writeFileSync(blocked, 'no folder');
  const cache = openTextCache(join(blocked, 'below', 'cache'), '1');
  cache.set('text', 1);
  expect(() => cache.save()).not.toThrow();
});
