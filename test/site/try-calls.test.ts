import { beforeAll, describe, expect, test } from 'vitest';
import { formTexts, readForm } from '../../scripts/site/try/form.ts';
import { tryData } from '../../scripts/site/try/operation-data.ts';
import { createPlayground } from '../../scripts/site/try/playground.ts';
import type { TryData } from '../../scripts/site/try/try-data.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { inChinese } from '../../scripts/spec/in-chinese.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';

let model: Model;
const dataOf = (id: string, from = model): TryData => {
  const operation = from.operations.find((known) => known.id === id);
  if (!operation) throw new Error(`There is no operation ${id}.`);
  return tryData(from, operation);
};

beforeAll(() => {
  model = buildModel(assemble(loadSpec('spec/openapi.yaml')));
});

describe('the data of an operation', () => {
  test('every form opens with arguments that it reads back unchanged, and that the sandbox answers with a success', async () => {
    const failed: string[] = [];
    for (const operation of model.operations) {
      const data = tryData(model, operation);
      const { values, problems } = readForm(data.arguments, formTexts(data.arguments, data.example));
      expect(problems).toEqual({});
      expect(values, data.id).toEqual(data.example);
      const { ending } = await createPlayground().call(data, values, { kind: 'usual' });
      if (ending.kind !== 'value') failed.push(`${data.id}: ${JSON.stringify(ending)}`);
    }
    expect(failed).toEqual([]);
  });

  test('its texts are in the language of the model', () => {
    const [en, zh] = [dataOf('opportunityOne'), dataOf('opportunityOne', inChinese(model))];
    expect(Object.keys(zh.fields)).toEqual(Object.keys(en.fields));
    expect(zh.arguments.map(({ text }) => text).join('')).toMatch(/\p{Script=Han}/u);
    expect(en.arguments.map(({ text }) => text).join('')).not.toMatch(/\p{Script=Han}/u);
  });
});
