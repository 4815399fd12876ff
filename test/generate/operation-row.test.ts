import { describe, expect, test } from 'vitest';
import { planArguments } from '../../scripts/generate/arguments.ts';
import { operationRow } from '../../scripts/generate/emit-operations.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { memberOf, parseOperation } from '../../src/base/operation-row.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const ONE = SOUND['paths/thing/one.yaml']!;
const rowOf = (text: string) => {
  const model = modelOf({ 'paths/thing/one.yaml': text });
  return operationRow(model, model.operations[0]!);
};
const body =
  '\n  requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}';
const list =
  '\n  requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}';

describe('a row', () => {
  test.each([
    ['a read', ONE, 'GET thing/one rr f=id 20001ThingNotFound'],
    [
      'a write with query and body',
      ONE.replace('get:', 'post:')
        .replace('x-safety: read', 'x-safety: write')
        .replace('\n  responses', `${body}\n  responses`),
      'POST thing/one wr f=name q=id 20001ThingNotFound',
    ],
    ['a POST without a body', ONE.replace('get:', 'post:'), 'POST thing/one rr f=id n=1 20001ThingNotFound'],
    [
      'a body that is a list',
      ONE.replace('get:', 'post:').replace('\n  responses', `${list}\n  responses`),
      'POST thing/one rr f=body q=id b=whole 20001ThingNotFound',
    ],
    [
      'a body that may be left out',
      ONE.replace('get:', 'post:').replace(
        '\n  responses',
        `${body.replace('required: true, ', '')}\n  responses`,
      ),
      'POST thing/one rr f=name r=id:qf*;application%2Fjson? 20001ThingNotFound',
    ],
    [
      'a form with a file',
      ONE.replace('get:', 'put:').replace(
        '\n  responses',
        '\n  requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}, encoding: {file: {contentType: image/png}, meta: {style: deepObject, explode: true}}}}}\n  responses',
      ),
      'PUT thing/one rr f=file r=id:qf*;multipart%2Fform-data;file:image%2Fpng,meta:~d* 20001ThingNotFound',
    ],
    [
      'a header that has the name of a query parameter',
      ONE.replace(
        'parameters:',
        'parameters:\n    - {name: id, in: header, schema: {type: string}}\n    - {name: "a,b:c", in: cookie, schema: {type: string}}',
      ),
      'GET thing/one rr f= r=header_id:hn:id,a%2Cb%3Ac:cf*,id:qf* 20001ThingNotFound',
    ],
    [
      'no token',
      ONE.replace('x-safety', 'security: []\n  x-safety'),
      'GET thing/one rr a=none f=id 20001ThingNotFound',
    ],
    [
      'JSON in the query',
      ONE.replace('schema: {type: string}', 'content: {application/json: {schema: {type: array}}}'),
      'GET thing/one rr f= j=id 20001ThingNotFound',
    ],
    [
      'a name with a comma and a space',
      ONE.replace('name: id, in: query', "name: 'a, b', in: query").replace(
        'schema: {type: string}',
        'content: {application/json: {schema: {type: array}}}',
      ),
      'GET thing/one rr f= j=a%2C%20b 20001ThingNotFound',
    ],
    [
      'a list by offset with the usual names',
      ONE.replace(
        'x-safety',
        'x-pagination: {style: offset, limit: limit, offset: offset, items: id, total: total}\n  x-safety',
      ),
      'GET thing/one rr f=id p=o,id,total 20001ThingNotFound',
    ],
    [
      'a list by pages with unusual names',
      ONE.replace(
        'x-safety',
        'x-pagination: {style: page, size: size, page: page, items: data.list, more: data.more, first: 0}\n  x-safety',
      ),
      'GET thing/one rr f=id p=p,data.list,,data.more,,size,page,0 20001ThingNotFound',
    ],
    [
      'a list by cursor',
      ONE.replace(
        'x-safety',
        'x-pagination: {style: cursor, size: limit, cursor: last_id, items: id, next: last_id}\n  x-safety',
      ),
      'GET thing/one rr f=id p=c,id,,,last_id,,last_id 20001ThingNotFound',
    ],
    [
      'a long list with rows',
      ONE.replace('x-safety', 'x-batch: {argument: id, max: 20, items: data.thing, key: id}\n  x-safety'),
      'GET thing/one rr f=id s=id,20,data.thing,id 20001ThingNotFound',
    ],
    [
      'one of two long lists, whose names hold what separates them',
      ONE.replace('x-safety', "x-batch: [{argument: 'a;b', max: 5}, {argument: 'a,b', max: 7}]\n  x-safety"),
      'GET thing/one rr f=id s=a%3Bb,5;a%2Cb,7 20001ThingNotFound',
    ],
    [
      'a long list of a write, which reports each call in place of rows',
      ONE.replace(
        'x-safety: read',
        'x-batch: {argument: id, max: 20, items: thing, key: id}\n  x-safety: write',
      ),
      'GET thing/one wr f=id s=id,20 20001ThingNotFound',
    ],
    [
      'an operationId that differs from the path',
      ONE.replace('thingOne', 'other'),
      'GET thing/one rr f=id d=other 20001ThingNotFound',
    ],
    [
      'an exact integer in the answer',
      ONE.replace(
        'thing: {$ref: ../../schemas/Thing.yaml}',
        'a.b: {type: array, items: {type: object, properties: {id: {type: integer, x-exact: true}}}}',
      ).replace('required: [thing]', 'required: [a.b]'),
      'GET thing/one rr f=id x=a%2Eb.id 20001ThingNotFound',
    ],
    [
      'an exact integer in the body',
      ONE.replace('get:', 'post:').replace(
        '\n  responses',
        `${body.replace('{type: string}', '{type: integer, x-exact: true}')}\n  responses`,
      ),
      'POST thing/one rr f=name q=id y=name 20001ThingNotFound',
    ],
  ])('%s', (_, text, want) => {
    expect(rowOf(text)).toBe(want);
  });

  test('a GET with a body is refused, because fetch refuses it', () => {
    expect(() => rowOf(ONE.replace('\n  responses', `${body}\n  responses`))).toThrow(
      /GET \/api\/thing\/one has a body, which fetch refuses to send/,
    );
  });

  test('the runtime reads the same data from each of our rows that the generator wrote', () => {
    const model = buildModel(assemble(loadSpec('spec')));
    for (const operation of model.operations) {
      const row = operationRow(model, operation);
      const read = parseOperation(row);
      expect(read).toMatchObject({
        id: operation.id,
        method: operation.method.toUpperCase(),
        path: operation.path,
        safety: operation.safety[0],
        limit: operation.limit[0],
        envelope: operation.envelope?.name,
        needsToken: operation.authenticated,
        errors: operation.errors.map(({ code, name }) => [code, name]),
      });
      const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
      const names = parameters.map(({ name }) => name);
      names.push(...(wholeBody ? ['body'] : Object.keys(bodyFields?.properties ?? {})));
      expect(read.names && new Set(read.names)).toEqual(new Set(names));
      const member =
        operation.namespace === undefined ? [operation.member] : [operation.namespace, operation.member];
      expect(memberOf(row)).toEqual(member);
    }
    expect(model.operations.length).toBeGreaterThan(5);
  });
});
