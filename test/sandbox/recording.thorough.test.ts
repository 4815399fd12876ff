import { expect, test } from 'vitest';
import { record, start } from './record-sandbox.ts';

const PERSONS = 1000;

test(`recording a sandbox with ${PERSONS} persons leaves no name, phone, id, token or secret of theirs`, async () => {
  const tokens: string[] = [];
  const makeToken = (count: number) => {
    const token = `zzToken-${count}-of-this-session`;
    tokens.push(token);
    return token;
  };
  const sandbox = await start({ persons: PERSONS, rows: PERSONS, makeToken });
  // Every page of the customers, and the first page of the other lists.
  const pages = Array.from({ length: PERSONS / 100 }, (_, page) => ({
    operation: 'externalUserList',
    params: { limit: 100, offset: page * 100 },
  }));
  const customers = await record(sandbox, '--calls', JSON.stringify(pages));
  const lists = await record(sandbox);
  const all = [...customers.files, ...lists.files].join('\n');

  const texts = [
    ...sandbox.persons.flatMap((person) => Object.values(person)),
    ...tokens,
    sandbox.secret,
    sandbox.corpId,
  ];
  expect(sandbox.persons).toHaveLength(PERSONS);
  expect(tokens.length).toBeGreaterThan(0);
  expect(customers.files).toHaveLength(pages.length);
  expect(lists.files.length).toBeGreaterThan(30);
  expect(texts.filter((text) => all.includes(text))).toEqual([]);
  console.log(
    `${customers.files.length + lists.files.length} recordings, ${Math.round(all.length / 1000)} kB, searched for ${texts.length} texts: none found`,
  );
});
