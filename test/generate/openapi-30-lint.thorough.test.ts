import { createConfig, lint } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

/** The recommended rules that warn: Weiban always answers 200, and without webhooks nothing refers to the pushed messages. */
const WARNINGS = ['operation-4xx-response', 'no-unused-components'];

test.each(['openapi-3.0.json', 'openapi-3.0.zh.json', 'openapi-3.0.yaml'])(
  "%s passes Redocly's recommended rules",
  async (file) => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lint({ ref: `generated/${file}`, config });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(problems.map(({ ruleId }) => ruleId))).toEqual(new Set(WARNINGS));
  },
);
