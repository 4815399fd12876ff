import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

type Side = 'scripts' | 'src';
type Table = Readonly<Record<string, readonly string[]>>;
// The cast gives types to the two tables of a JavaScript file, which dependency-cruiser reads.
const { ROOMS, OPEN_ROOMS } = (await import(pathToFileURL('.dependency-cruiser.mjs').href)) as {
  readonly ROOMS: Readonly<Record<Side, Table>>;
  readonly OPEN_ROOMS: Readonly<Record<Side, readonly string[]>>;
};
const tables = Object.entries(ROOMS) as [folder: Side, table: Table][];
const pairs = tables.flatMap(([folder, table]) =>
  Object.entries(table).flatMap(([room, allowed]) =>
    Object.keys(table)
      .filter((imported) => imported !== room)
      .map((imported) => ({ folder, room, imported, isAllowed: allowed.includes(imported) })),
  ),
);

/** The kinds of imports: of a value and of a type. */
const KINDS = [
  ['value', 'import { thing }'],
  ['type', 'import type { Thing }'],
] as const;

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const folder = mkdtempSync(join(tmpdir(), 'weiban-rooms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

// A tree with the real rooms, in which every room imports every other room.
for (const [folderName, table] of tables)
  for (const room of Object.keys(table))
    for (const file of ['index.ts', 'inside.ts'])
      write(`${folderName}/${room}/${file}`, 'export const thing = 1;\nexport type Thing = 1;\n');
for (const { folder: side, room, imported } of pairs)
  for (const [kind, words] of KINDS) {
    write(`${side}/${room}/${kind}-of-${imported}.ts`, `${words} from '../${imported}/index.ts';\n`);
    write(`${side}/${room}/inside-${kind}-of-${imported}.ts`, `${words} from '../${imported}/inside.ts';\n`);
  }
const elsewhere: [file: string, specifier: string, rule: string][] = [
  ['src/base/maintains.ts', '../../scripts/kit/index.ts', 'src imports nothing of scripts'],
  ['scripts/kit/ships.ts', '../../src/base/inside.ts', 'scripts uses the package as its consumers do'],
  ['generated/looks.ts', '../src/base/index.ts', 'generated imports nothing of scripts or src'],
  ['src/attic/hidden.ts', '../base/index.ts', 'a file of scripts or src stands in no room of the table'],
  ['src/entry.ts', './client/inside.ts', 'a room of src is entered through its face, index.ts'],
];
for (const [file, specifier] of elsewhere) write(file, `import { thing } from '${specifier}';\n`);
cpSync('.dependency-cruiser.mjs', join(folder, '.dependency-cruiser.mjs'));
cpSync('tsconfig.json', join(folder, 'tsconfig.json'));

const cruise = spawnSync(
  process.execPath,
  [resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--output-type', 'json', '.'],
  { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 },
);
const violations: readonly Violation[] = JSON.parse(cruise.stdout).summary.violations;
const rulesAt = (from: string) =>
  violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);

describe.each(KINDS)('an import of a %s', (kind) => {
  test.each(pairs)('of $folder/$imported by $folder/$room: allowed $isAllowed', (pair) => {
    const { folder: side, room, imported, isAllowed } = pair;
    const named = rulesAt(`${side}/${room}/${kind}-of-${imported}.ts`);
    if (isAllowed) expect(named).toEqual([]);
    else expect(named).toEqual([expect.stringMatching(`^${side}/${room} imports `)]);
  });

  test.each(pairs.filter(({ isAllowed }) => isAllowed))(
    'of a file inside $folder/$imported by $folder/$room needs an open room',
    ({ folder: side, room, imported }) => {
      const isOpen = OPEN_ROOMS[side].includes(imported);
      expect(rulesAt(`${side}/${room}/inside-${kind}-of-${imported}.ts`)).toEqual(
        isOpen ? [] : [`a room of ${side} is entered through its face, index.ts`],
      );
    },
  );
});

test.each(elsewhere)('%s may not import %s', (file, _, rule) => {
  expect(rulesAt(file)).toContain(rule);
});

test('ARCHITECTURE.md prints the table that is checked', () => {
  const [, printed = ''] =
    /<!-- rooms:begin -->([\s\S]*?)<!-- rooms:end -->/.exec(readFileSync('ARCHITECTURE.md', 'utf8')) ?? [];
  const found: Record<string, Record<string, readonly string[]>> = {};
  let side = '';
  for (const line of printed.split('\n')) {
    const row = /^(scripts\/|src\/| {4})\s+(\S+(?:, \S+)*)(?: {2,}|$)[^←]*(?:← (.*))?$/.exec(line);
    if (row === null) continue;
    if (row[1]?.endsWith('/')) side = row[1].slice(0, -1);
    const imports = row[3] === undefined ? [] : row[3].split(', ');
    const earlier = Object.keys(found[side] ?? {});
    for (const room of row[2]?.split(', ') ?? [])
      found[side] = { ...found[side], [room]: imports[0] === 'all above' ? earlier : imports };
  }
  expect(found).toEqual(ROOMS);
});
