import { expect, test } from 'vitest';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown, renderText } from '../../support/render-page.ts';
import { applyPlace } from './apply-place.ts';

const page = pageOfFacts(factsAt('/open-api/opportunity/one'));
const [first] = page.query;

const withExample = (example: unknown) =>
  renderMarkdown({ ...page, query: [{ ...first, name: first?.name ?? '', type: 'string', example }] });

test('an example that identifies somebody reaches neither the facts nor the specification', async () => {
  const place = applyPlace();
  const id = 'wmQrStUvWxYzAbCdEfGhIjKlMnOp1234';
  await place.apply(withExample(id));
  const all = [...place.tree().values()].join('');
  expect(all).not.toContain(id);
  expect(place.read('docs/opportunity/one.yaml')).toContain('wmBcDeFgHiJkLmNoPqRsTuVwXyZa7890');
  const again = await place.apply(withExample(id));
  expect(again.out).toContain('1 pages: 1 unchanged');
});

test('parameters without a name leave the facts when the page shows the names', async () => {
  const place = applyPlace();
  const file = 'docs/opportunity/one.yaml';
  place.edit(file, 'query:\n', 'query_unnamed: [from this time]\nquery:\n');
  const named = { name: 'start_time', type: 'integer', required: false, example: 1 };
  const whole = renderText({ ...page, query: [...page.query, named] });
  // Cut off in the parameters, of which more may follow.
  await place.apply(whole.slice(0, whole.indexOf('start_time')));
  expect(place.read(file)).toContain('query_unnamed');
  await place.apply(whole);
  expect(place.read(file)).toContain('name: start_time');
  expect(place.read(file)).not.toContain('query_unnamed');
});
