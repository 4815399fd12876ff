import { describe, expect, test } from 'vitest';
import { readDocs } from '../../scripts/evidence/facts/read-facts.ts';
import { reread, writerNames } from './reread.ts';

const LONG = 'A paragraph that is long enough to fold.\n \nMore.\n\n';

describe.each(writerNames)('%s', (writer) => {
  test.each([' \n', '  \nx', '\n\n \n', '\t\n', ' a\n', 'a\n \n', '-\na', ':\na', '\ufeff', LONG])(
    '%j survives, although the library alone changes it',
    (text) => {
      for (const value of [{ [text]: text }, { list: [[text]] }, { list: [{ text }] }]) {
        expect(reread(writer, value)).toEqual(value);
      }
    },
  );
});

test('the facts of every page survive', () => {
  for (const { page } of readDocs('spec/docs')) expect(reread('yamlText', page)).toEqual(page);
});
