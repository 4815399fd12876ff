import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTextCache } from '../../scripts/kit/text-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'weiban-text-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
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

test('a damaged entry is unknown until it is set again, and the others are known', () => {
  const file = newFile();
  const first = openTextCache(file, '1');
  first.set('text', 'a value');
  first.set('other', 2);
  first.save();
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.map((line, at) => (at === 1 ? `${line.slice(0, -1)}_` : line)).join('\n'));
  const cache = openTextCache(file, '1');
  expect(cache.get('text')).toBeUndefined();
  expect(cache.get('other')).toEqual({ value: 2 });
  cache.set('text', 1);
  expect(cache.get('text')).toEqual({ value: 1 });
});

test('a fresh one ignores the file, and replaces it', () => {
  const file = newFile();
  const first = openTextCache(file, '1');
  first.set('text', 1);
  first.set('other', 2);
  first.save();
  const fresh = openTextCache(file, '1', { isFresh: true });
  expect(fresh.get('text')).toBeUndefined();
  fresh.set('text', 3);
  fresh.save();
  expect(openTextCache(file, '1').get('text')).toEqual({ value: 3 });
  expect(openTextCache(file, '1').get('other')).toBeUndefined();
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
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('one whose folder cannot be made is done without', () => {
  const blocked = newFile();
  writeFileSync(blocked, 'no folder');
  const cache = openTextCache(join(blocked, 'below', 'cache'), '1');
  cache.set('text', 1);
  expect(() => cache.save()).not.toThrow();
});
