import type { ErrorView } from '../view/error-view.ts';
import type { FieldView } from '../view/field-view.ts';
import type { OperationView } from '../view/operation-view.ts';
import type { Samples } from '../view/samples.ts';
import type { Words } from '../words.ts';
import { blocks, codeBlock, inlineCode, lineText, pageProse } from './markdown.ts';

/** The samples of an operation, each with its language, its tab and its text. */
export function sampleBlocks({
  typescript,
  curl,
  command,
}: Samples): [language: string, tab: string, text: string][] {
  return [
    ['ts', 'TypeScript', typescript],
    ['sh', 'curl', curl],
    ['sh', 'weiban call', command],
  ];
}

/** The page of an operation as Markdown that needs no site: for agents and for people who copy. */
export function operationMarkdown(view: OperationView, samples: Samples, { page }: Words): string {
  const oneOf = view.atLeastOne.map(inlineCode).join(', ');
  return blocks(
    `# ${lineText(view.title)}`,
    view.summary && lineText(view.summary),
    `${inlineCode(`${view.method} ${view.path}`)} ${inlineCode(`weiban.${view.call}()`)}`,
    pageProse(view.description ?? ''),
    ...sampleBlocks(samples).map(([language, , text]) => codeBlock(language, text)),
    `## ${page.arguments}${view.sentIn === undefined ? '' : ` (${view.sentIn})`}`,
    fieldList(view.arguments, { required: page.required }) || page.noArguments,
    oneOf && `${page.atLeastOne} ${oneOf}`,
    `## ${page.result}`,
    fieldList(view.result, { optional: page.optional }) || page.noResult,
    `## ${page.errors}`,
    view.errors.map(errorLine).join('\n') || page.noErrors,
    `## ${page.conditions}`,
    view.conditions.map(({ label, text }) => `- ${lineText(label)}: ${lineText(text)}`).join('\n'),
    `## ${page.evidence}`,
    evidence(view, page),
  );
}

/** What is said of a field that is required, or always present, and of one that is not. */
interface Presence {
  readonly required?: string;
  readonly optional?: string;
}

/** Fields as a list that is indented like the fields. */
export function fieldList(fields: readonly FieldView[], marks: Presence, indent = ''): string {
  return fields
    .map((field) => {
      const { name, type, isRequired, marks: others = [], text, values = [] } = field;
      const about = [type, isRequired ? marks.required : marks.optional, ...others]
        .filter((part) => part !== undefined)
        .map(lineText)
        .join(', ');
      const meanings = values.map(
        ({ value, meaning }) => inlineCode(value) + (meaning ? ` ${lineText(meaning)}` : ''),
      );
      const line = [text && lineText(text), meanings.join('; ')].filter(Boolean).join(' ');
      const inside = field.fields ? `\n${fieldList(field.fields, marks, `${indent}  `)}` : '';
      return `${indent}- ${inlineCode(name)} (${about})${line ? `: ${line}` : ''}${inside}`;
    })
    .join('\n');
}

/** One error with its advice as an item of a list. */
export function errorLine({ code, name, text, advice }: ErrorView): string {
  return `- ${inlineCode(String(code))} ${inlineCode(name)}: ${lineText(text)} ${lineText(advice)}`;
}

function evidence({ page, corrections }: OperationView, words: Words['page']): string {
  const from =
    page === undefined
      ? words.noPage
      : `${words.fromPage} ${page.url ? `[${lineText(page.title)}](<${page.url}>)` : lineText(page.title)} (${words.modified} ${lineText(page.modified)}).`;
  return blocks(
    from,
    corrections.length === 0 ? words.agrees : words.departs,
    corrections
      .map(
        ({ place, what, documented, because }) =>
          `- ${inlineCode(place)}, ${lineText(what)}: ${words.pageSays} ${inlineCode(documented)}. ${lineText(because)}`,
      )
      .join('\n'),
  );
}
