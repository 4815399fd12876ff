import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapComments } from '../../scripts/generate/wrap-comments.ts';
import { wrapLine } from '../../scripts/generate/wrap-text.ts';
import { runs } from '../support/runs.ts';

describe('a line of prose', () => {
  test.each<[name: string, given: string, want: string[]]>([
    ['that fits stays unchanged', 'a  b', ['a  b']],
    ['is broken between words', 'aaaa bbbb cccc', ['aaaa bbbb', 'cccc']],
    ['keeps its indentation', '  aaaa bbbb cccc', ['  aaaa', '  bbbb', '  cccc']],
    [
      'is longer than the width if a word is',
      'a https://example.com/x b',
      ['a', 'https://example.com/x', 'b'],
    ],
    ['keeps code together', 'aa `b c d e` ff', ['aa', '`b c d e`', 'ff']],
    ['starts no line with a tag', 'aaaaaaa bb @cc dd', ['aaaaaaa', 'bb @cc dd']],
    ['starts no line with a list item', 'aaaaa bbb - cc 1. dd', ['aaaaa', 'bbb -', 'cc 1. dd']],
  ])('%s', (_, given, want) => {
    expect(wrapLine(given, 10)).toEqual(want);
  });

  test('keeps its words, and a line that is too long is one word', () => {
    const text = fc
      .array(fc.constantFrom('a', 'word', '`b c`', '-', '@x', '1.', 'a-very-long-word', '  '), {
        minLength: 1,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 30 }), (line, width) => {
        const words = (given: string) => given.split(/\s+/).filter(Boolean);
        const wrapped = wrapLine(line, width);
        expect(words(wrapped.join(' '))).toEqual(words(line));
        for (const part of wrapped.slice(1)) expect(part).not.toMatch(/^\s*(?:[-@]|1\.)/);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('comments of a source', () => {
  const wrap = (...lines: string[]) => wrapComments(lines.join('\n'), 20).split('\n');

  test.each<[name: string, given: string[], want: string[]]>([
    ['a short one stays', ['/** Short. */', 'x'], ['/** Short. */', 'x']],
    [
      'a long one becomes a block',
      ['  /** Some words that go on. */', '  x'],
      ['  /**', '   * Some words that', '   * go on.', '   */', '  x'],
    ],
    [
      'each line of a block is wrapped',
      ['/**', ' * Some words that go on.', ' *', ' * @see more', ' */'],
      ['/**', ' * Some words that', ' * go on.', ' *', ' * @see more', ' */'],
    ],
    [
      'an example stays',
      [
        '/**',
        ' * @example a b c d e f g h i j',
        ' * k l m n o p q r s t u',
        ' * @description a b c d e f g',
        ' */',
      ],
      [
        '/**',
        ' * @example a b c d e f g h i j',
        ' * k l m n o p q r s t u',
        ' * @description a b',
        ' * c d e f g',
        ' */',
      ],
    ],
    ['code stays', ['const text = "a b c d e f g h";'], ['const text = "a b c d e f g h";']],
  ])('%s', (_, given, want) => {
    expect(wrap(...given)).toEqual(want);
  });
});
