import { expect, test } from 'vitest';
import { formatSources } from '../../scripts/generate/format-sources.ts';

test('code and comments are formatted like this project, under the given names', async () => {
  const long = 'A word or two. '.repeat(10).trim();
  const formatted = await formatSources(
    new Map([
      ['a.ts', 'export type A = {b: "c",\n\n      d?: { e: string } };'],
      ['../../b.ts', `/** ${long} */\nexport const b = 1`],
    ]),
  );
  expect([...formatted]).toEqual([
    ['a.ts', "export type A = {\n  b: 'c';\n\n  d?: { e: string };\n};\n"],
    ['../../b.ts', expect.stringMatching(/^\/\*\*\n( \* .{1,107}\n){2} \*\/\nexport const b = 1;\n$/)],
  ]);
});

test('an invalid source is refused with its position', async () => {
  await expect(formatSources(new Map([['a.ts', 'export const = ;']]))).rejects.toThrow(
    /biome format ended with 1/,
  );
});
