import { expect, test } from 'vitest';
import { withCommentLines } from '../../scripts/build/comment-lines.ts';

const rows: [name: string, given: string, want: string][] = [
  ['after a member', '  a: 1; /** The b. */\n  b: 2;', '  a: 1;\n  /** The b. */\n  b: 2;'],
  [
    'after a member that has one itself',
    '  /** The a. */readonly a: 1; /** The b; or c. */\n  readonly b: 2;',
    '  /** The a. */readonly a: 1;\n  /** The b; or c. */\n  readonly b: 2;',
  ],
  ['after a bracket', 'type A = { /** The a. */\n  a: 1;', 'type A = {\n/** The a. */\n  a: 1;'],
  ['on its own line it stays', '  a: 1;\n  /** The b. */\n  b: 2;', '  a: 1;\n  /** The b. */\n  b: 2;'],
  ['before a member it stays', '  /** The a. */a: 1;', '  /** The a. */a: 1;'],
];

test.each(rows)('a doc comment %s', (_, given, want) => {
  expect(withCommentLines(given)).toBe(want);
});
