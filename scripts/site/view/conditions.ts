import type { Model, Operation } from '../../spec/model.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Words } from '../words.ts';

/** One thing to know before calling an operation: its limit, its licence, whether it is repeated. */
export interface ConditionView {
  readonly label: string;
  readonly text: string;
}

/** What to know before calling an operation. */
export function conditionViews(model: Model, operation: Operation, words: Words): ConditionView[] {
  const { safety, effect, object, envelope, pagination } = operation;
  const { conditions: labels } = words;
  const seat = textOf(object['x-seat']);
  const status = textOf(object['x-status']);
  const because = textOf(object['x-safety-because']);
  const effectText = [
    effect === 'none' ? undefined : words.effects[effect],
    textOf(object['x-effect-because']),
  ];
  const row = (label: string, text: string | undefined): ConditionView[] =>
    text === undefined ? [] : [{ label, text }];
  return [
    ...row(labels.limit, limitText(model, operation, words)),
    ...row(labels.safety, [words.safety[safety], because].filter(Boolean).join('\n')),
    ...row(labels.effect, effectText.filter(Boolean).join('\n') || undefined),
    ...row(labels.seat, seat && (words.seats[seat] ?? words.seat(seatName(model, seat, words)))),
    ...row(labels.status, status && (words.statuses[status] ?? status)),
    ...row(
      labels.pages,
      pagination &&
        `${words.paging[pagination.style]}${words.language === 'zh' ? '，' : '; '}${words.rowsIn(String(pagination.items))}`,
    ),
    ...batchesOf(object['x-batch']).map(({ argument, max }) => ({
      label: labels.batches,
      text: words.upTo(String(argument), String(max)),
    })),
    ...row(
      labels.envelope,
      envelope === undefined || isUsual(model, envelope.name) ? undefined : `\`${envelope.name}\``,
    ),
  ];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The licence as its maker calls it: in Chinese by its own name, in English as the specification writes it. */
function seatName({ document }: Model, seat: string, { language }: Words): string {
  const names = document['x-seats'];
  if (language === 'en' || !isObject(names)) return seat;
  return Object.entries(names).find(([, written]) => written === seat)?.[0] ?? seat;
}

/** The first envelope is the one that an operation has unless it says otherwise. */
function isUsual(model: Model, name: string): boolean {
  return Object.keys(model.envelopes)[0] === name;
}

function limitText(model: Model, { limit }: Operation, words: Words): string | undefined {
  const limits = model.document['x-limits'];
  const windows = isObject(limits) && isObject(limits.windows) ? limits.windows[limit] : undefined;
  if (!isObject(windows)) return undefined;
  const counts = Object.entries(windows).map(([window, most]) => {
    const count = Number(most).toLocaleString('en');
    return words.per[window]?.(count) ?? `${count} / ${window}`;
  });
  const [open, close, between] = words.language === 'zh' ? ['（', '）', '，'] : [' (', ')', ', '];
  return `${counts.join(between)}${open}${words.limits[limit]}${close}`;
}

function batchesOf(written: unknown): Readonly<Record<string, unknown>>[] {
  return [written ?? []].flat().filter(isObject);
}
