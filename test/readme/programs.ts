import ts from 'typescript';
import { type CodeBlock, commandsOf, readCodeBlocks } from './code-blocks.ts';
import { documents, skills } from './documents.ts';

/** A block that is a complete program in TypeScript or JavaScript. */
export interface Program {
  /** Document, language and number: `docs/client.md ts 2`. */
  readonly name: string;
  readonly language: 'ts' | 'js';
  readonly text: string;
}

/** A command of a shell block, and its document. */
export interface Command {
  readonly document: string;
  readonly text: string;
}

const blocks = [...documents, ...skills].flatMap(({ path, text }) =>
  readCodeBlocks(text).map((block) => ({ ...block, document: path })),
);

/** Every program of the documents. Blocks that differ only in comments are one program, named after the first block. */
export const programs: readonly Program[] = distinct(
  blocks.flatMap(({ document, language, text, nth }) =>
    language === 'ts' || language === 'js'
      ? [{ name: `${document} ${language} ${nth}`, language, text }]
      : [],
  ),
  ({ language, text }) => `${language} ${withoutComments(text)}`,
);

/** Every command of the documents, once. */
export const commands: readonly Command[] = distinct(
  blocks
    .filter(({ language }) => language === 'sh')
    .flatMap((block) => commandsOf(block).map((text) => ({ document: block.document, text }))),
  ({ text }) => text,
);

/** A program or a shell block without comments and formatting. Undefined for any other block. */
export function contentOf(block: CodeBlock): string | undefined {
  const { language, text } = block;
  if (language === 'ts' || language === 'js') return `${language} ${withoutComments(text)}`;
  return language === 'sh' ? `sh ${commandsOf(block).join('\n')}` : undefined;
}

function withoutComments(text: string): string {
  const source = ts.createSourceFile('block.ts', text, ts.ScriptTarget.ES2023);
  return ts.createPrinter({ removeComments: true }).printFile(source);
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}
