import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'generated/vectors';
const files = readdirSync(FOLDER);
const read = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));

/** What the tests of this folder run; those of paging are the kinds that its file lists. */
const KINDS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'answers.json': [undefined],
  'integers.json': ['read', 'send'],
  'limits.json': ['schedule', 'pauses'],
  'paging.json': Object.keys(read('paging.json').kinds),
  'token.json': ['age', 'together', 'later'],
  'webhooks.json': ['encrypt', 'request', 'key', 'deliveries'],
};

test('every file is in the package', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const exported = Object.keys(exports).filter((name) => name.startsWith('./vectors/'));
  expect(exported.sort()).toEqual(files.map((file) => `./vectors/${file}`).sort());
});

test.each(Object.entries(KINDS))(
  'every case of %s is run, and no name of a kind comes twice',
  (file, kinds) => {
    const { cases } = read(file);
    const names = cases.map(({ kind, name }: { kind?: string; name: string }) => {
      expect(kinds).toContain(kind);
      return `${kind} ${name}`;
    });
    expect(new Set(names).size).toBe(names.length);
  },
);

test('every file has a table of kinds, and says in both languages what it holds', () => {
  expect(Object.keys(KINDS)).toEqual(files);
  for (const file of files) {
    const { about, version } = read(file);
    expect(version).toBe(1);
    expect(about.en.length).toBeGreaterThan(100);
    expect(about.zh).toMatch(/\p{Script=Han}{4}/u);
  }
});
