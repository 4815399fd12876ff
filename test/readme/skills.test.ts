import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { limits } from '../../generated/operations.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { commandsOf, readCodeBlocks } from './code-blocks.ts';
import { linesOf, skills } from './documents.ts';
import { leadsSomewhere, relativeTargets } from './links.ts';

test.each(skills.map((skill) => [skill.path, skill] as const))('%s is a skill that loads', (_, skill) => {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(skill.text) ?? [];
  const { name, description, ...others } = parse(front);
  // Loaders want the folder's name, and at most 1,024 characters that say when to use it.
  expect([name, others]).toEqual(['weiban', {}]);
  expect(description.length).toBeGreaterThan(100);
  expect(description.length).toBeLessThanOrEqual(1024);
  expect(body).toMatch(/^\n# /);
  expect(linesOf(skill).length).toBeLessThanOrEqual(150);
  expect(relativeTargets(skill).filter((target) => !leadsSomewhere(skill, target))).toEqual([]);
});

test('both languages have the same commands', () => {
  const [ours, theirs] = skills.map(({ text }) => readCodeBlocks(text).map(commandsOf));
  expect(ours?.flat().length).toBeGreaterThan(5);
  expect(theirs).toEqual(ours);
});

test.each(skills.map((skill) => [skill.path, skill] as const))(
  '%s explains every exit code',
  (_, { text }) => {
    const explained = [...text.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
    expect(explained).toEqual(exitCodes.map(([, code]) => code));
  },
);

test.each(skills.map((skill) => [skill.path, skill] as const))(
  '%s shows no secret in a command',
  (_, { text }) => {
    const words = readCodeBlocks(text).flatMap(commandsOf).join(' ');
    expect(words).not.toMatch(/--secret|--corp-id|--yes|--show/);
  },
);

test.each(skills.map((skill) => [skill.path, skill] as const))('%s states the limits', (_, { text }) => {
  const { in_flight, windows } = limits;
  const { write, bulk } = windows ?? {};
  const numbers = [in_flight?.company, write?.minute, write?.hour, bulk?.minute, bulk?.hour];
  const section = /^## (?:Limits|限流)\n(.*?)^## /ms.exec(text)?.[1] ?? '';
  expect(
    numbers.filter((number) => !section.includes(`${(number ?? Number.NaN).toLocaleString('en')}`)),
  ).toEqual([]);
});
