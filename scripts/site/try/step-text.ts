import { envelopes } from '../../../generated/operations.ts';
import type { SeenRequest, Step } from './exchange-log.ts';
import type { Words } from './words.ts';

/** The steps of a call as sentences, in order. */
export function stepTexts(steps: readonly Step[], words: Words): string[] {
  return steps.map((step) => {
    switch (step.kind) {
      case 'request':
        return step.request.isForToken ? words.tokenRequest : `${step.request.method} ${step.request.path}`;
      case 'answer':
        return words.answered(step.status, codeIn(step.text));
      case 'wait':
        return words.waited(String(Math.round(step.milliseconds / 1000)));
      default:
        return words.failed;
    }
  });
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
