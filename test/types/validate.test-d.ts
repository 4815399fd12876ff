import { expectTypeOf, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import {
  type AnswerReport,
  assertAnswer,
  checkAnswer,
  isMismatch,
  type OperationId,
  validateAnswers,
} from '../../src/validate/index.ts';

test('the result of validateAnswers is an option, even for off', () => {
  createWeiban({ validate: validateAnswers('off') });
  createWeiban({ validate: validateAnswers('throw', { onReport: ({ departures }) => departures.length }) });
  // @ts-expect-error the words are off, report and throw
  validateAnswers('warn');
});

test('a mismatch has its report', () => {
  const error: unknown = undefined;
  if (isMismatch(error)) {
    expectTypeOf(error.report).toEqualTypeOf<AnswerReport>();
    expectTypeOf(error.problem).toEqualTypeOf<'mismatch'>();
  }
});

test('operations are typed by name, and other names are allowed', () => {
  expectTypeOf<'opportunityOne'>().toExtend<OperationId>();
  expectTypeOf(checkAnswer('opportunityOne', '{}')).resolves.toEqualTypeOf<AnswerReport>();
  const read: string = 'opportunityOne';
  expectTypeOf(assertAnswer(read, {})).resolves.toEqualTypeOf<AnswerReport>();
  // @ts-expect-error an answer is text or an object
  checkAnswer('opportunityOne', 7);
});
