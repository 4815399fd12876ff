import { beforeAll, expect, test } from 'vitest';
import { samplesOf } from '../../scripts/site/view/samples.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { listOperations } from '../../src/catalogue/find-operation.ts';
import { runWeiban } from './run-weiban.ts';

const token = 'accessTokenGet';
const operations = listOperations()
  .filter(({ id }) => id !== token)
  .map(({ name, id }) => [name, id] as const);

let printed: ReadonlyMap<string, string>;

beforeAll(() => {
  const model = buildModel(assemble(loadSpec('spec/openapi.yaml')));
  printed = new Map(model.operations.map((operation) => [operation.id, samplesOf(model, operation).command]));
});

/** The calls of the command in a text, each split into words as by a POSIX shell. */
function callsIn(text: string): string[][] {
  return [...text.matchAll(/^weiban call (?:[^'\\\n]|\\[\s\S]|'[^']*')*$/gm)].map(([call]) =>
    [...call.replaceAll('\\\n', '').matchAll(/(?:[^\s'\\]|\\.|'[^']*')+/g)].map(([word]) =>
      word.replace(/'([^']*)'|\\(.)/g, (_, quoted: string | undefined, escaped) => quoted ?? escaped),
    ),
  );
}

test.each(operations)('the calls that show and the reference print for %s work', async (name, id) => {
  const shown = callsIn((await runWeiban(['show', name])).out);
  const page = callsIn(printed.get(id) ?? '');
  expect([shown.length, page.length]).toEqual([1, 1]);
  for (const [, ...words] of [...shown, ...page])
    expect(await runWeiban([...words, '--dry-run'])).toMatchObject({ code: 0, err: '' });
});

test('for the token they print its command and not a call, which would be refused', async () => {
  const { out } = await runWeiban(['show', token]);
  for (const text of [out, printed.get(token) ?? '']) {
    expect(callsIn(text)).toEqual([]);
    expect(text).toMatch(/^weiban token$/m);
  }
});
