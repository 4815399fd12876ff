import type { Model } from '../spec/model.ts';
import { literalOf } from './text.ts';

/** `prompts.ts`: jobs that an operator gives an assistant, for the MCP server. */
export function emitPrompts({ prompts }: Model): string {
  return [
    'type Both = Readonly<Record<"en" | "zh", string>>;',
    '',
    '/** Jobs that an operator gives an assistant. `{name}` in a text stands for an argument. */',
    'export const prompts: readonly {',
    '  readonly name: string;',
    '  readonly title: Both;',
    '  readonly arguments: readonly (Both & { readonly name: string })[];',
    '  readonly text: Both;',
    `}[] = [\n${prompts.map((prompt) => `  ${literalOf(prompt)},\n`).join('')}];\n`,
  ].join('\n');
}
