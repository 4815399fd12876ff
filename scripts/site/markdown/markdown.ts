import { WIDTH } from '../../generate/format-sources.ts';
import { wrapLine } from '../../generate/wrap-text.ts';

/**
 * Escapes text of the specification for a Markdown page. VitePress renders it, lets HTML through and evaluates `{{ }}`.
 * The only escaper of pages. Code between backticks stays code; everything else that has a meaning in Markdown, HTML or
 * Vue becomes a character reference.
 */
export function pageText(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) => (/^`[^`\n]+`$/.test(part) ? inlineCode(part.slice(1, -1)) : escapeText(part)))
    .join('');
}

/** Prose of the specification for a page, with long lines wrapped. */
export function pageProse(text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .flatMap((line) => wrapLine(line, WIDTH));
  return pageText(lines.join('\n'));
}

/** Text of the specification on one line, for headings and table cells. */
export function lineText(text: string): string {
  return pageText(text.trim().replace(/\s+/g, ' '));
}

/** A value as code. Characters that would end it, split a table cell or be evaluated by Vue become HTML. */
export function inlineCode(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return /^[^`|{}]+$/.test(line) ? `\`${line}\`` : `<code v-pre>${escapeText(line)}</code>`;
}

/** A block of code that is copied with one click. The fence is longer than any fence in the text. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table with Markdown cells; empty without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Joins the blocks of a page with an empty line between them. Empty blocks are omitted. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A page with its frontmatter. Its values are written as JSON, which is also YAML. */
export function page(frontmatter: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(frontmatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

const reference = (character: string) => `&#${character.charCodeAt(0)};`;

function escapeText(text: string): string {
  return (
    text
      .replaceAll('\r', ' ')
      .replace(/[&<>`{}[\]\\*|~]|\b_|_\b/g, reference)
      // Starts of lines that make a heading, a list, a rule or a container, and names of emoji anywhere.
      .replace(/^([^\S\n\r\u2028\u2029]*)(?:(\d+)([.)])|([-+=#:]))/gm, (_, space, digits, end, mark) =>
        digits ? space + digits + reference(end) : space + reference(mark),
      )
      .replace(/:(?=\w+:)/g, reference)
  );
}
