import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textsInBoth } from '../../../scripts/check/rules/texts.ts';
import { runRules } from '../../../scripts/check/run.ts';
import { readContext } from '../../../scripts/evidence/compare/context.ts';
import type { FactField } from '../../../scripts/evidence/facts/facts.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown } from '../../support/render-page.ts';
import { applyPlace } from './apply-place.ts';

const FILE = 'paths/activity_fission/mission/list.yaml';
const MEANINGS = 'x-meanings: {end: over, ongoing: under way}';
const IN_BOTH = `${MEANINGS}, x-meanings-zh: {end: 已结束, ongoing: 进行中}`;
const STATE = 'description: Only activities that are over or under way.\n';
const facts = factsAt('/open-api/activity_fission/mission/list');

/** Applies a page with these parameters to an operation with texts in two languages, and returns the new findings about them. */
async function afterApply(edits: readonly (readonly [string, string])[], query: readonly FactField[]) {
  const place = applyPlace();
  for (const [from, to] of edits) place.edit(FILE, from, to);
  writeFileSync(join(place.spec, 'glossary.yaml'), 'task: 任务\n');
  const findings = async () =>
    (await runRules([textsInBoth], readContext(place.spec))).map(({ message }) => message);
  const before = await findings();
  const applied = await place.apply(renderMarkdown(pageOfFacts({ ...facts, query })));
  const found = (await findings()).filter((finding) => !before.includes(finding));
  return { ...applied, text: place.read(FILE), found };
}

const query = facts.query ?? [];
const withValues = (values: readonly string[]) =>
  query.map((field) => (field.name === 'mission_status' ? { ...field, enum: values } : field));

test('a meaning goes in neither language before a person has decided', async () => {
  const { code, out, text, found } = await afterApply([[MEANINGS, IN_BOTH]], withValues(['end']));
  expect([code, out]).toEqual([1, expect.stringContaining('x-meanings explains a value')]);
  expect(text).toContain(`enum: [end, ongoing], ${IN_BOTH}`);
  expect(found).toEqual([]);
});

test('a further value leaves the meanings of both languages as they are', async () => {
  const { text, found } = await afterApply([[MEANINGS, IN_BOTH]], withValues(['end', 'ongoing', 'paused']));
  expect(text).toContain(`enum: [end, ongoing, paused], ${IN_BOTH}`);
  expect(found).toEqual([]);
});

test('a parameter that goes takes both languages along', async () => {
  const edits = [
    [`, ${MEANINGS}`, ''],
    [STATE, `${STATE}      x-zh: 只取这种状态的活动。\n`],
  ] as const;
  const rest = query.filter(({ name }) => name !== 'mission_status');
  const { text, found } = await afterApply(edits, rest);
  expect(text).not.toMatch(/mission_status|状态/);
  expect(found).toEqual([]);
});

test('a meaning that a person removes in one language is found in the other', async () => {
  const { found } = await afterApply([], query);
  expect(found).toEqual([]);
  const place = applyPlace();
  writeFileSync(join(place.spec, 'glossary.yaml'), 'task: 任务\n');
  place.edit(FILE, MEANINGS, IN_BOTH.replace('{end: over, ongoing: under way}', '{end: over}'));
  const all = (await runRules([textsInBoth], readContext(place.spec))).map(({ message }) => message);
  expect(all).toContain('x-meanings-zh ongoing is Chinese without its English');
});
