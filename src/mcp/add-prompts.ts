import { fromJsonSchema, type McpServer } from '@modelcontextprotocol/server';
import { prompts } from '../../generated/prompts.ts';
import type { TextLanguage } from '../catalogue/index.ts';

/** The longest argument that a prompt takes: names and numbers are short. */
const LONGEST = 200;

/** Adds the jobs of the specification as prompts, in a language. */
export function addPrompts(server: McpServer, language: TextLanguage): void {
  for (const { name, title, arguments: named, text } of prompts) {
    const properties = Object.fromEntries(
      named.map((argument) => [argument.name, { type: 'string', description: argument[language] }]),
    );
    const argsSchema = fromJsonSchema<Readonly<Record<string, unknown>>>(
      { type: 'object', properties },
      { getValidator: () => (given) => ({ valid: true, data: Object(given), errorMessage: undefined }) },
    );
    server.registerPrompt(
      name,
      { title: title[language], description: title[language], argsSchema },
      (given) => ({
        description: title[language],
        messages: [{ role: 'user', content: { type: 'text', text: filled(text[language], given) } }],
      }),
    );
  }
}

function filled(text: string, given: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? '').slice(0, LONGEST));
}
