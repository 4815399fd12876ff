import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';

/** A small valid specification, file by file. Tests replace single files. */
export const SOUND: Readonly<Record<string, string>> = {
  'openapi.yaml': `openapi: 3.1.0
info: {title: Test, version: 1.0.0}
security:
  - token: []
x-base-path: /api
x-envelopes:
  errcode:
    code: errcode
    message: errmsg
    ok: [0]
    success: {type: object, required: [errcode], properties: {errcode: {type: integer, const: 0}, errmsg: {type: string}}}
    failure: {type: object, required: [errcode], properties: {errcode: {type: integer, not: {const: 0}}, errmsg: {type: string}}}
components:
  securitySchemes:
    token: {type: apiKey, in: query, name: access_token}
paths:
  /api/thing/one: {$ref: paths/thing/one.yaml}
`,
  'error-codes.yaml': `ThingNotFound: {code: 20001, zh: 没有, en: No such thing., advice: Check the id.}
TokenInvalid: {code: 10001, zh: 失败, en: The token is wrong., advice: Refresh it., global: refresh-token}
`,
  'paths/thing/one.yaml': `get:
  operationId: thingOne
  summary: Get one thing.
  x-safety: read
  x-limit: read
  x-errors: [ThingNotFound]
  parameters:
    - {name: id, in: query, required: true, schema: {type: string}, example: '1'}
  responses:
    '200':
      description: The thing.
      content:
        application/json:
          schema:
            type: object
            required: [thing]
            properties:
              thing: {$ref: ../../schemas/Thing.yaml}
`,
  'schemas/Thing.yaml': `type: object
required: [id]
properties:
  id: {type: integer}
  example: {type: string, description: A field that is called example.}
  colour: {type: string, x-known-values: [red, green]}
`,
};

/** Writes files into a new folder, which is removed when the test ends. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The model of the valid specification with some of its files replaced. */
export function modelOf(files: Readonly<Record<string, string>> = {}): Model {
  return buildModel(assemble(loadSpec(folderOf({ ...SOUND, ...files }))));
}

/** Moves files into a folder `spec`. */
export const inSpec = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`spec/${name}`, text]));
