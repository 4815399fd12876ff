import { beforeEach, expect, test, vi } from 'vitest';
import { validators } from '../../generated/validators/index.ts';
import { validateAnswers } from '../../src/validate/index.ts';
import { rejectionOf } from '../support/over-server.ts';

beforeEach(() => {
  vi.spyOn(validators, 'opportunityOne').mockRejectedValue(new Error('no such file'));
});

const answer = { operation: 'opportunityOne', params: {}, status: 200, text: '{}', isSuccess: true };
const SENTENCE =
  "The validator of opportunityOne could not be loaded (no such file); ship the package's lazy modules with the program.";

test('in the mode report, a validator that does not load is reported once, and the call continues', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const observe = validateAnswers('report');
  await observe?.(answer);
  await observe?.(answer);
  expect(warn.mock.calls).toEqual([[`weiban: ${SENTENCE}`]]);
});

test('in the mode throw, it rejects the call', async () => {
  const error = await rejectionOf(Promise.resolve(validateAnswers('throw')?.(answer)));
  expect(error).toMatchObject({ kind: 'config', operation: 'opportunityOne', message: SENTENCE });
});
