import { describe, expect, test } from 'vitest';
import { readDocs } from '../../scripts/evidence/facts/read-facts.ts';
import { reread, writerNames } from './reread.ts';

const LONG = 'A paragraph that is long enough to fold.\n \nMore.\n\n';

describe.each(writerNames)('%s', (writer) => {
  test.each([' \n', '  \nx', '\n\n \n', '\t\n', ' a\n', 'a\n \n', '-\na', ':\na', '\ufeff', LONG])(
    '%j, which the library writes as something else',
    (text) => {
      for (const value of [{ [text]: text }, { list: [[text]] }, { list: [{ text }] }]) {
        expect(reread(writer, value)).toEqual(value);
      }
    },
  );
});

test('the facts of every page, too', () => {
  for (const { page } of readDocs('spec/docs')) expect(reread('yamlText', page)).toEqual(page);
});
