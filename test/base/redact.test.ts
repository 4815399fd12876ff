import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../../src/base/redact.ts';
import { runs } from '../support/runs.ts';

const secret = 'se/cr+et="中 x';
const forms: [name: string, text: string][] = [
  ['plain', secret],
  ['encoded', encodeURIComponent(secret)],
  ['encoded in lower case', encodeURIComponent(secret).replace(/%../g, (hex) => hex.toLowerCase())],
  ['encoded twice', encodeURIComponent(encodeURIComponent(secret))],
  ['form-encoded', new URLSearchParams({ x: secret }).toString().slice(2)],
  ['JSON', JSON.stringify(secret).slice(1, -1)],
  ['JSON with escapes', JSON.stringify(secret).slice(1, -1).replace('/', '\\/').replace('中', '\\u4E2d')],
];

test.each(forms)('redacts a secret in the form: %s', (_, text) => {
  expect(createRedactor(secret).redact(`<${text}>`)).toBe('<[redacted]>');
});

const named: [text: string, want: string][] = [
  ['GET /x?access_token=abc&y=1', 'GET /x?access_token=[redacted]&y=1'],
  ['{"access_token": "abc", "y": 1}', '{"access_token": "[redacted]", "y": 1}'],
  ['"{\\"secret\\":\\"abc\\"}"', '"{\\"secret\\":\\"[redacted]\\"}"'],
  ['to=%2Fx%3Faccess_token%3Dabc', 'to=%2Fx%3Faccess_token%3D[redacted]'],
  ['{"secret":null,"SECRET":1,"a":{"secret":-1.5}}', '{"secret":null,"SECRET":1,"a":{"secret":-1.5}}'],
  ['{"access_token":12345678901234567890', '{"access_token":[redacted]'],
  ['?secret=nullify&y=1', '?secret=[redacted]&y=1'],
  ['请提供正确的access_token', '请提供正确的access_token'],
];

test.each(named)('redacts by name in %j', (text, want) => {
  expect(createRedactor('x1').redact(text)).toBe(want);
});

test('cuts after redacting, so that no part of a secret remains', () => {
  const redactor = createRedactor('0123456789');
  expect(redactor.excerpt('xxxxx0123456789', 12)).toBe('xxxxx[redac…');
  expect(redactor.excerpt('short', 12)).toBe('short');
});

test('redacts the longest learned secret first, and forgets only old secrets', () => {
  const redactor = createRedactor('fixed');
  redactor.learn('abc');
  redactor.learn('abcdef');
  expect(redactor.redact('abcdef abc')).toBe('[redacted] [redacted]');
  for (let count = 0; count < 20; count++) redactor.learn(`t-${count}.`);
  expect(redactor.redact('fixed t-19. t-0. abc')).toBe('[redacted] [redacted] t-0. abc');
});

test('whatever the secret, no form of it remains', () => {
  const secrets = fc.string({ unit: 'grapheme', minLength: 3 }).filter((text) => text.trim().length > 2);
  fc.assert(
    fc.property(secrets, fc.string(), (text, around) => {
      // The letters of the mask itself are not a leak.
      fc.pre(!'[redacted]'.includes(text));
      const { redact } = createRedactor(text);
      for (const form of [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]) {
        expect(redact(`(${form})`)).toBe('([redacted])');
        expect(redact(`${around} ${form}`)).not.toContain(` ${form}`);
      }
    }),
    { numRuns: runs(100) },
  );
});
