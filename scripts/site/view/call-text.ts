// Runs in the browser too: the page "try it" writes the same call as the samples. It must not import Node's modules.
import { literalOf, propertyName } from '../../generate/text.ts';

/** A call as TypeScript. */
export interface CallText {
  /** `const result = await weiban.staff.list({ limit: 20 });`. */
  readonly once: string;
  /** The same for every row and for every page, for a list. */
  readonly items: string;
  readonly pages: string;
}

/** Writes the call of a method (`staff.list`) in lines of at most `width` columns, where values allow it. */
export function callText(method: string, values: Readonly<Record<string, unknown>>, width: number): CallText {
  const call = `weiban.${method}`;
  const once = (argument: string) => `const result = await ${call}(${argument});`;
  const walk = (part: string, name: string) => (argument: string) =>
    `for await (const ${name} of ${call}.${part}(${argument})) console.log(${name});`;
  const items = walk('items', 'item');
  // The longest line decides for all of them.
  const taken = Math.max(once('').length, items('').length);
  const argument = Object.keys(values).length === 0 ? '' : expressionText(values, width, '', taken);
  return { once: once(argument), items: items(argument), pages: walk('pages', 'page')(argument) };
}

/** A value as an expression, on several lines if one is too short; `taken` columns are used by the code around it. */
function expressionText(value: unknown, width: number, indent = '', taken = indent.length): string {
  const line = literalOf(value);
  if (taken + line.length <= width || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => expressionText(item, width, deeper))
    : Object.entries(value).map(
        ([name, item]) => `${propertyName(name)}: ${expressionText(item, width, deeper)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${members.map((member) => `${deeper}${member},\n`).join('')}${indent}${close}`;
}
