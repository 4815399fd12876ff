import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../scripts/check/claims/claims.ts';
import { claimKind } from '../../scripts/check/claims/phrases.ts';
import { runCheck } from '../../scripts/check/command-line.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { runCommand } from '../support/run-command.ts';
import { writeSpec } from './small-spec.ts';

describe('a sentence is a claim', () => {
  test.each<readonly [sentence: string, kind: string]>([
    ['The colour of a boat has not been seen.', 'not seen'],
    ['The harbours were never seen.', 'not seen'],
    ['A boat with two masts has not yet been captured.', 'not seen'],
    ['The example is cut after the third mast.', 'cut'],
    ['The list breaks off within the keel.', 'cut'],
    ['Whether rowing counts is not settled.', 'not settled'],
    ['It is uncertain what an anchor weighs.', 'not settled'],
    ['Its spelling is not confirmed.', 'not settled'],
    ['What a captain answers is not known.', 'not known'],
    ['The owner is unknown.', 'not known'],
    ['Known from public client code only.', 'not known'],
    ['Nobody knows the unit.', 'not known'],
    ['How deep it may sink is not documented.', 'not documented'],
    ['The flags are described nowhere.', 'not documented'],
    ['The page does not say which one wins.', 'not documented'],
    ['Nothing in the call tells the wind.', 'not documented'],
    ['The length of the rope, going by its name.', 'guess'],
    ['Boats without a sail are probably left out.', 'guess'],
  ])('%s', (sentence, kind) => expect(claimKind(sentence)).toBe(kind));
});

describe('a sentence is no claim', () => {
  test.each([
    'A boat of an unknown name is created.',
    'An id in the list matches no boat; the message names it.',
    'Boats that nobody has rented are left out.',
    'The token is not valid.',
    'The crew is documented in the harbour list.',
  ])('%s', (sentence) => expect(claimKind(sentence)).toBeUndefined());
});

const OPERATION = 'paths/deal/add.yaml';
const SUMMARY = '  summary: Add a deal.\n';

function claimsIn(description: string, changes: Readonly<Record<string, string>> = {}) {
  const folder = writeSpec({
    [OPERATION]: [SUMMARY, `${SUMMARY}  description: ${description}\n`],
    ...changes,
  });
  return claimsOf(loadSpec(folder)).map(({ place, sentence, reason }) => ({
    at: `${place.file.replace(/^.*\/(?=paths)/, '')}:${place.line}`,
    sentence,
    reason,
  }));
}

describe('where a claim stands', () => {
  const sentence = 'What `id` is for is not documented.';
  test.each<readonly [name: string, description: string, line: number]>([
    ['plain', sentence, 5],
    ['quoted', `"It adds: one. ${sentence}"`, 5],
    ['folded, on its first line', `>-\n    ${sentence} It adds\n    one.`, 6],
    ['folded, on a later line', `>-\n    It adds\n    one. What\n    \`id\` is for is not documented.`, 7],
    ['folded, in a later paragraph', `>-\n    It adds one.\n\n\n    ${sentence}`, 9],
    ['literal', `|-\n    It adds one.\n    Two more.\n    ${sentence}`, 8],
  ])('%s', (_name, description, line) => {
    expect(claimsIn(description)).toEqual([{ at: `${OPERATION}:${line}`, sentence, reason: undefined }]);
  });
});

test('a named reason brings its sentence to where it stands', () => {
  const claims = claimsIn('rigging', { 'reasons.yaml': 'rigging: The page does not show the rigging.\n' });
  expect(claims).toContainEqual({
    at: `${OPERATION}:5`,
    sentence: 'The page does not show the rigging.',
    reason: 'rigging',
  });
  expect(claims).toHaveLength(2);
});

test('examples, the vendor’s texts and the facts make no claim', () => {
  const words = 'It is not known.';
  const folder = writeSpec({
    'docs/guides/boat.yaml': `- ${words}\n`,
    'schemas/Boat.yaml': `type: object\nexample: {a: ${words}}\nproperties:\n  example: {type: string, description: ${words}}\n`,
  });
  const at = claimsOf(loadSpec(folder)).map(
    ({ place }) => `${place.file.slice(folder.length + 1)}:${place.line}`,
  );
  // The property that is called `example` is no example.
  expect(at).toEqual(['schemas/Boat.yaml:4']);
});

describe('npm run check -- --claims', () => {
  const folder = () =>
    writeSpec({ [OPERATION]: [SUMMARY, `${SUMMARY}  description: Its end is not known.\n`] });

  test('prints place, kind and sentence, and counts', async () => {
    const { code, out } = await runCommand(runCheck, ['--claims', '--spec', folder()]);
    expect(out).toMatch(/^\S*deal\/add\.yaml:5 not known: Its end is not known\.\n1 claim in 1 file$/);
    expect(code).toBe(0);
  });

  test('--json prints the same as data', async () => {
    const { out } = await runCommand(runCheck, ['--claims', '--json', '--spec', folder()]);
    expect(JSON.parse(out)).toEqual({
      count: 1,
      claims: [
        {
          place: { file: expect.stringMatching(/deal\/add\.yaml$/), line: 5, column: 16 },
          kind: 'not known',
          sentence: 'Its end is not known.',
        },
      ],
    });
  });
});
