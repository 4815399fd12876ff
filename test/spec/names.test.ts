import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { belowBase, camelCase, isIdentifier, pascalCase } from '../../scripts/spec/names.ts';
import { runs } from '../support/runs.ts';

describe('names', () => {
  test.each([
    ['opportunity/one', 'opportunityOne'],
    ['external_user/list', 'externalUserList'],
    ['chat/message/list/v2', 'chatMessageListV2'],
    ['batch_remove_item', 'batchRemoveItem'],
    ['delete', 'delete_'],
    ['2fa', '_2fa'],
    ['', '_'],
    ['a"; process.exit(1); //', 'aProcessExit1'],
    ['../../etc/passwd', 'etcPasswd'],
    ['__proto__', 'proto'],
  ])('%j becomes %s', (given, want) => {
    expect(camelCase(given)).toBe(want);
  });

  test.each([
    ['/open-api/staff/list', '/open-api', 'staff/list'],
    ['/other/staff', '/open-api', '/other/staff'],
    ['/open-apis/staff', '/open-api', '/open-apis/staff'],
    ['/staff', '', '/staff'],
  ])('%s below %j is %s', (path, basePath, want) => {
    expect(belowBase(path, basePath)).toBe(want);
  });

  test('any text becomes an identifier', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const name of [camelCase(text), pascalCase(text)]) {
          expect(isIdentifier(name)).toBe(true);
          // The engine itself must accept a declaration with this name.
          new Function(`'use strict'; let ${name} = 1;`);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });
});
