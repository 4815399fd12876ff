import { describe, expect, test } from 'vitest';
import {
  codeBlock,
  inlineCode,
  lineText,
  page,
  pageText,
  table,
} from '../../scripts/site/markdown/markdown.ts';

describe('text of the specification on a page', () => {
  test.each([
    ['tags', '<script>x</script>', '&#60;script&#62;x&#60;/script&#62;'],
    ['an expression of Vue', '{{ x }}', '&#123;&#123; x &#125;&#125;'],
    ['code stays code', 'Send `id`.', 'Send `id`.'],
    ['code that Vue would evaluate', 'as `{{x}}`', 'as <code v-pre>&#123;&#123;x&#125;&#125;</code>'],
    ['names keep their underscores', 'the staff_id', 'the staff_id'],
    ['emphasis', '_a_ *b*', '&#95;a&#95; &#42;b&#42;'],
    ['links', '[a](b)', '&#91;a&#93;(b)'],
    ['headings and containers', '# a\n::: danger', '&#35; a\n&#58;:: danger'],
    ['lists', '- a\n1. b', '&#45; a\n1&#46; b'],
    ['an escaped reference', '&lt;', '&#38;lt;'],
    ['ordinary prose', "Monday: 5 o'clock (local).", "Monday: 5 o'clock (local)."],
  ])('%s', (_, text, want) => {
    expect(pageText(text)).toBe(want);
  });

  test('a cell is one line and does not split its row', () => {
    expect(lineText('a | b\n\nc')).toBe('a &#124; b c');
    expect(inlineCode('a|b')).toBe('<code v-pre>a&#124;b</code>');
    expect(table(['A'], [[lineText('x|y')]])).toBe('| A |\n| --- |\n| x&#124;y |');
    expect(table(['A'], [])).toBe('');
  });

  test('a fence in a block of code does not end it', () => {
    expect(codeBlock('sh', 'a\n```\nb')).toBe('````sh\na\n```\nb\n````');
  });

  test('frontmatter is data', () => {
    expect(page({ title: 'a": b\n---' }, 'x')).toBe('---\ntitle: "a\\": b\\n---"\n---\n\nx\n');
  });
});
