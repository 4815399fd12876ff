import { expect, test } from 'vitest';
import { emitReference } from '../../../scripts/generate/reference/index.ts';
import { assemble } from '../../../scripts/spec/assemble.ts';
import { loadSpec } from '../../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../../scripts/spec/model.ts';
import { memoryCache } from '../memory-cache.ts';

type Editable = { [key: string]: Editable } & { push: (value: unknown) => void };

/** The specification's model with a change in it. */
function modelWith(change: (assembled: { [key: string]: Editable }) => void): Model {
  const { schemaSources, ...data } = assemble(loadSpec('spec/openapi.yaml'));
  const assembled = structuredClone(data);
  change(assembled as unknown as { [key: string]: Editable });
  return buildModel({ ...assembled, schemaSources });
}

const { made, cache } = memoryCache();
const before = emitReference(
  modelWith(() => undefined),
  cache,
);

const schema = (assembled: { [key: string]: Editable }, name: string) =>
  assembled.document!.components!.schemas![name]!;

const CHANGES: [what: string, change: (assembled: { [key: string]: Editable }) => void, page: string][] = [
  [
    'the advice for an error',
    ({ errors }) => Object.assign(errors!.OpportunityNotFound!, { advice: 'Ask somebody.' }),
    'opportunityOne',
  ],
  [
    'a reason',
    ({ reasons }) => {
      for (const name of Object.keys(reasons!)) Object.assign(reasons!, { [name]: 'Because.' });
    },
    'opportunityOne',
  ],
  [
    'a limit',
    ({ document }) => Object.assign(document!['x-limits']!.windows!.read!, { minute: 7 }),
    'opportunityOne',
  ],
  [
    'the server',
    ({ document }) => Object.assign(document!.servers!, [{ url: 'https://other.example' }]),
    'opportunityOne',
  ],
  [
    'a schema that it refers to',
    (assembled) =>
      Object.assign(schema(assembled, 'Opportunity').properties!, {
        extra: { type: 'string', description: 'X.' },
      }),
    'opportunityOne',
  ],
  [
    'a schema that this one refers to',
    (assembled) =>
      Object.assign(schema(assembled, 'OpportunityStage').properties!, {
        extra: { type: 'string', description: 'X.' },
      }),
    'opportunityOne',
  ],
  [
    'its own text',
    ({ document }) =>
      Object.assign(document!.paths!['/open-api/opportunity/one']!.get!, { description: 'Another text.' }),
    'opportunityOne',
  ],
];

test.each(CHANGES)('%s: the pages are as if none was known', (_, change, id) => {
  const model = modelWith(change);
  const after = emitReference(model, cache);
  expect(after).toEqual(emitReference(model));
  const name = `reference/operations/${id}.md`;
  expect(after.get(name)).not.toBe(before.get(name));
});

test('what a change does not reach is not written again', () => {
  const size = made.length;
  emitReference(
    modelWith(({ document }) =>
      Object.assign(document!.paths!['/open-api/opportunity/one']!.get!, { description: 'Once more.' }),
    ),
    cache,
  );
  expect(made.length).toBe(size + 1);
});
