import { parseOperation } from '../../base/operation-row.ts';
import { graveEffectOf, type OperationName, operationAt, type TextLanguage } from '../../catalogue/index.ts';
import type { ToolContext } from '../tool.ts';
import { revealed } from './clean.ts';
import type { Arguments } from './requested.ts';
import { cutNotes, shrunkTo } from './shrink.ts';

type Effect = NonNullable<ReturnType<typeof graveEffectOf>>;

/** What a write is going to do, for a person to judge. */
export interface Preview {
  readonly operation: string;
  readonly summary: string;
  readonly safety: 'write' | 'idempotent';
  readonly effect?: Effect;
  /** The method and the path. */
  readonly request: string;
  /** The arguments, masked; long ones are cut, and `cut` says so. */
  readonly arguments: unknown;
  readonly cut?: Readonly<Record<string, string>>;
}

/**
 * Describes a write without sending it.
 *
 * @param args the arguments as they were given, with pseudonyms: masking what would be sent cannot know a name or an id in a
 * text, and would show it. What nobody sees in a text is shown escaped.
 * @param weight the most tokens that the arguments may take.
 */
export function previewOf(
  { language, masker }: ToolContext,
  operation: OperationName,
  args: Arguments,
  weight: number,
): Preview {
  const { name, path, method, row } = operation;
  const object = operationAt(path, method, language);
  const effect = graveEffectOf(object);
  const short = shrunkTo(weight, masker.maskAgain(revealed(args)));
  const cut = cutNotes(short.cuts);
  return {
    operation: name,
    summary: object.summary ?? name,
    safety: parseOperation(row).safety === 'i' ? 'idempotent' : 'write',
    ...(effect && { effect }),
    request: `${method} ${path}`,
    arguments: short.value,
    ...(cut && { cut }),
  };
}

const WORDS: Readonly<
  Record<TextLanguage, Readonly<Record<Effect | 'write' | 'idempotent' | 'ask' | 'cut', string>>>
> = {
  en: {
    ask: 'Allow this call?',
    delete: 'It DELETES data.',
    send: 'It SENDS something to people.',
    write: 'It changes data; every further call changes it again.',
    idempotent: 'It changes data.',
    cut: 'Not all of it is shown:',
  },
  zh: {
    ask: '是否允许执行？',
    delete: '此操作会【删除】数据。',
    send: '此操作会向他人【发送】内容。',
    write: '此操作会修改数据，重复执行会重复生效。',
    idempotent: '此操作会修改数据。',
    cut: '未完整显示：',
  },
};

/** The question to a person whether a write may be sent. */
export function questionOf(preview: Preview, language: TextLanguage): string {
  const { operation, summary, safety, effect, request, cut } = preview;
  const words = WORDS[language];
  return [
    `${operation} · ${summary}`,
    words[effect ?? safety],
    `${request} ${JSON.stringify(preview.arguments)}`,
    ...(cut ? [`${words.cut} ${JSON.stringify(cut)}`] : []),
    words.ask,
  ].join('\n');
}
