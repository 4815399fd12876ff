import { envelopes } from '../../../generated/operations.ts';
import type { SeenRequest, Step } from './exchange-log.ts';
import type { Words } from './words.ts';

/** The steps of a call as lines, in order: each request with what came back, and the waits between them. */
export function stepTexts(steps: readonly Step[], words: Words): string[] {
  const lines: string[] = [];
  for (const step of steps) {
    if (step.kind === 'request') {
      const { isForToken, method, path } = step.request;
      lines.push(isForToken ? words.tokenRequest : `${method} ${path}`);
    } else if (step.kind === 'wait') lines.push(words.waited(String(Math.round(step.milliseconds / 1000))));
    // Requests of one call follow each other, so that what comes back belongs to the line before it.
    else lines.push(`${lines.pop()} → ${step.kind === 'answer' ? answerText(step) : words.failed}`);
  }
  return lines;
}

function answerText({ status, text }: { readonly status: number; readonly text: string }): string {
  return [`HTTP ${status}`, codeIn(text)].filter(Boolean).join(', ');
}

/** The last request that was not for a token, otherwise the last one. */
export function shownRequest(steps: readonly Step[]): SeenRequest | undefined {
  const requests = steps.flatMap((step) => (step.kind === 'request' ? [step.request] : []));
  return requests.findLast(({ isForToken }) => !isForToken) ?? requests.at(-1);
}

/** The last answer as it arrived; empty if none arrived. */
export function shownAnswer(steps: readonly Step[]): string {
  const answers = steps.flatMap((step) => (step.kind === 'answer' ? [step.text] : []));
  return answers.at(-1) ?? '';
}

/** The code in an answer with its field, such as `errcode 0`; empty without one. */
function codeIn(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    const fields = Object.values(envelopes).map(([code]) => code);
    const field = fields.find((name) => typeof Reflect.get(Object(answer), name) === 'number');
    return field === undefined ? '' : `${field} ${Reflect.get(Object(answer), field)}`;
  } catch {
    return '';
  }
}
