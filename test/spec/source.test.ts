import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SpecError } from '../../scripts/kit/diagnostic.ts';
import { parseSource, readSource } from '../../scripts/spec/source.ts';
import { folderOf } from '../support/spec-folder.ts';

const messageOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SpecError) return error.message;
    throw error;
  }
};

describe('keys that become the same member are refused', () => {
  test.each([
    ['a status, with and without quotes', "200: a\n'200': b\n", '2:1'],
    ['a number and its text', 'x:\n  1: a\n  "1": b\n', '3:3'],
    ['a number in hexadecimal', '16: a\n0x10: b\n', '2:1'],
    ['a number with a fraction', '1: a\n1.0: b\n', '2:1'],
    ['nothing and an empty text', '~: a\n"": b\n', '2:1'],
    ['true and its text', 'true: a\n"true": b\n', '2:1'],
    ['but not null and the text null', 'null: a\n"null": b\n', undefined],
    ['in one line', '{200: a, "200": b}', '1:10'],
    ['in JSON', '{"a": 1, "a": 2}', '1:10'],
    ['but not large numbers that differ', '9007199254740993: a\n9007199254740992: b\n', undefined],
    ['a large number and its text', '9007199254740993: a\n"9007199254740993": b\n', '2:1'],
    ['but not other spellings of a text', '01: a\n"01": b\n', undefined],
  ])('%s', (_, text, at) => {
    const message = messageOf(() => parseSource(text, '/a.yaml', 'a.yaml'));
    if (at === undefined) expect(message).toBeUndefined();
    else
      expect(message).toMatch(
        new RegExp(`^a\\.yaml:${at} yaml-syntax: .*\\n {4}fix: keep one of the two entries`),
      );
  });

  test('exactly if the value loses one of them', () => {
    const keys = [
      '1',
      '"1"',
      '1.0',
      '"1.0"',
      '0x1',
      '~',
      '""',
      'null',
      '"null"',
      'true',
      '"true"',
      '-0',
      '0',
      '1e3',
      '1000',
    ];
    for (const a of keys) {
      for (const b of keys) {
        const names = [a, b].map(
          (key) => Object.keys(Object(parseSource(`${key}: x\n`, '/a', 'a').value))[0],
        );
        const message = messageOf(() => parseSource(`${a}: x\n${b}: y\n`, '/a', 'a'));
        expect([a, b, message !== undefined]).toEqual([a, b, names[0] === names[1]]);
      }
    }
  });
});

describe('a file that is not UTF-8 is refused, with the place', () => {
  // 你好 in GBK.
  const GBK = Buffer.from([0xc4, 0xe3, 0xba, 0xc3]);
  test.each<[string, Uint8Array, string, string]>([
    ['GBK', Buffer.concat([Buffer.from('a: 1\nb: "x'), GBK, Buffer.from('"\n')]), '2:6', 'GB18030'],
    ['UTF-16', Buffer.from('\ufeffa: 1\n', 'utf16le'), '1:1', 'UTF-16'],
    ['no encoding that is known', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xff]), '1:4', '<encoding>'],
  ])('%s', (_, bytes, at, encoding) => {
    const file = join(folderOf({}), 'a.yaml');
    writeFileSync(file, bytes);
    const message = messageOf(() => readSource(file, 'a.yaml'));
    expect(message).toMatch(new RegExp(`^a\\.yaml:${at} encoding: the file is not UTF-8`));
    expect(message).toContain(`iconv -f ${encoding} -t UTF-8`);
  });

  test('but a byte order mark of UTF-8 is accepted', () => {
    const file = join(folderOf({}), 'a.yaml');
    writeFileSync(file, '\ufeffa: 你好\n');
    expect(readSource(file, 'a.yaml').value).toEqual({ a: '你好' });
  });
});
