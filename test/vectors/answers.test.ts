import { expect, test } from 'vitest';
import vectors from 'weiban-openapi/vectors/answers.json' with { type: 'json' };
import * as rows from '../../generated/operations.ts';
import { namesOf } from '../../src/base/documented-codes.ts';
import { readAnswer } from '../../src/base/envelope.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import { casesOf } from './cases.ts';

interface Given {
  readonly operation: string;
  readonly status?: number;
  readonly body: string;
}

interface Want {
  readonly result?: object;
  readonly code?: number;
  readonly names?: readonly string[];
  readonly unreadable?: string;
}

const cases = casesOf<Given, Want>(vectors);
const operationOf = (id: string) => parseOperation(String(Reflect.get(rows, id)));

test.each(cases)('%s', (_, { operation: id, status = 200, body: text }, want) => {
  const operation = operationOf(id);
  const reading = readAnswer(operation, { status, text, headers: new Headers() });
  const found: Want =
    reading.kind === 'success'
      ? { result: Object(reading.value) }
      : reading.kind === 'failure'
        ? { code: Number(reading.code), names: namesOf(operation, reading.code) }
        : { unreadable: reading.problem };
  expect(found).toEqual(want);
});

test('every envelope has a success and a failure', () => {
  const seen = cases.flatMap(([, { operation }, { result, code }]) =>
    result || code ? `${operationOf(operation).envelope} ${result ? 'success' : 'failure'}` : [],
  );
  const names = Object.keys(rows.envelopes);
  expect([...new Set(seen)].sort()).toEqual(
    names.flatMap((name) => [`${name} success`, `${name} failure`]).sort(),
  );
});

test('the file says which envelope each operation has', () => {
  const [usual, ...others] = Object.entries<{ code: string; operations?: readonly string[] }>(
    vectors.envelopes,
  );
  const named = new Map(others.flatMap(([name, { operations = [] }]) => operations.map((id) => [id, name])));
  for (const [id, row] of operationRows())
    expect(named.get(id) ?? usual?.[0], id).toBe(parseOperation(row).envelope);
});

function operationRows(): [id: string, row: string][] {
  return Object.entries(rows).flatMap(([id, row]) =>
    typeof row === 'string' && /^(GET|POST) /.test(row) ? [[id, row] as [string, string]] : [],
  );
}
