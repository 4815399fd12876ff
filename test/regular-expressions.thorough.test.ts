import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { ts } from 'ts-morph';
import { expect, test } from 'vitest';

/** Expressions whose time could grow with the square of a text, and why that text is never long. */
const SHORT: Readonly<Record<string, string>> = {
  '/\\/+$/': 'the base URL that the caller configures',
  '/^#\\s+(.+)$/gm': 'a line feed ends both parts',
  '/(?<!\\s)\\s*\\([^\\n]*\\)(?=\\s*(?:[\\]<|{]|$))/g': 'a line of at most 200 characters',
  '/^```ya?ml\\s*\\n([\\s\\S]*?)(?:^```\\s*$|(?![\\s\\S]))/m':
    'it matches at the end of the text at the latest',
  '/[\\w-]+(?:\\/[\\w-]+)+/g':
    'searches our own reference pages, and what a reader types into their search box',
};

function literals(): [literal: string, place: string][] {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const found: [string, string][] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push([node.getText(), `${file}:${line + 1}`]);
      }
      node.forEachChild(visit);
    };
    visit(source);
    return found;
  });
}

function slowParts(literal: string): string[] {
  const end = literal.lastIndexOf('/');
  const given = { source: literal.slice(1, end), flags: literal.slice(end + 1) };
  return analyse(given).reports.map((report) => report.type);
}

test('no regular expression takes the square of the time, or more, for any text', () => {
  const found = literals();
  expect(found.length).toBeGreaterThan(400);
  const slow = found.filter(([literal]) => slowParts(literal).length > 0);
  expect(slow.filter(([literal]) => !Object.hasOwn(SHORT, literal))).toEqual([]);
  const unused = Object.keys(SHORT).filter((literal) => slow.every(([other]) => other !== literal));
  expect(unused).toEqual([]);
});

test.each([
  ['/[^\\s@]+@[^\\s@]+\\.[a-z]/i', 'every start is tried again'],
  ['/^(a+)+$/', 'exponential'],
  ['/^\\s*(.*?)\\s*$/', 'two parts share characters'],
])('the check finds %s: %s', (literal) => {
  expect(slowParts(literal)).not.toEqual([]);
});
