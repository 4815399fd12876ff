import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Rule } from '../../scripts/check/rule.ts';
import { runRules } from '../../scripts/check/run.ts';
import { type Context, readContext } from '../../scripts/evidence/compare/context.ts';

/**
 * Changes to the good specification by file: a new text, `undefined` to leave it out, or `[from, to]` to
 * replace a part.
 */
export type Changes = Readonly<Record<string, string | undefined | readonly [from: string, to: string]>>;

/** Writes the good specification with changes into a folder that is deleted when the test ends. */
export function writeSpec(changes: Changes = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of new Set([...Object.keys(GOOD), ...Object.keys(changes)])) {
    const text = changed(file, file in changes ? changes[file] : GOOD[file]);
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Reads the context of the good specification with changes. */
export function contextOf(changes: Changes = {}): Context {
  return readContext(writeSpec(changes));
}

/** Returns what a rule finds, as `file:line message`, with the file relative to the specification. */
export async function findingsOf(rule: Rule, changes: Changes = {}): Promise<string[]> {
  const context = contextOf(changes);
  const found = await runRules([rule], context);
  const strip = (text: string) => text.replaceAll(`${context.folder}/`, '');
  return found.map(({ message, place }) => strip(`${place?.file}:${place?.line} ${message}`));
}

function changed(file: string, change: Changes[string]): string | undefined {
  if (change === undefined || typeof change === 'string') return change;
  const text = GOOD[file] ?? '';
  const [from, to] = change;
  if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  return text.replace(from, to);
}

/** A specification of one endpoint with everything that the rules check, and nothing wrong in it. */
export const GOOD: Readonly<Record<string, string>> = {
  'openapi.yaml': `openapi: 3.1.0
info: {title: Small, version: 1.0.0, summary: A., description: A., license: {name: MIT, identifier: MIT}}
servers: [{url: https://api.test}]
security: [{accessToken: []}]
tags: [{name: deals, description: Deals.}]
x-base-path: /open-api
x-envelopes:
  errcode:
    code: errcode
    message: errmsg
    ok: [0]
    success: {type: object, required: [errcode], properties: {errcode: {type: integer, const: 0}, errmsg: {type: string}}}
    failure: {type: object, required: [errcode], properties: {errcode: {type: integer, not: {const: 0}}}}
components:
  securitySchemes: {accessToken: {type: apiKey, in: query, name: access_token}}
paths:
  /open-api/deal/add: {$ref: paths/deal/add.yaml}
x-seats: {销售: sales}
x-limits: {concurrent: 5}
`,
  'paths/deal/add.yaml': `post:
  operationId: dealAdd
  tags: [deals]
  summary: Add a deal.
  x-page: {id: api-1, title: 新增, modified: unknown}
  x-seat: sales
  x-safety: write
  x-limit: write
  x-errors: [DealTaken]
  x-omits: {old: the vendor ignores this parameter}
  parameters:
    - name: limit
      in: query
      schema:
        type: integer
        maximum: 100
        x-corrects: {documented: string, because: typed-string}
      example: 10
  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          required: [name]
          properties:
            name: {type: string, maxLength: 15}
            kind: {type: string, enum: [a, b]}
        example: {name: Deal}
  responses:
    '200':
      description: The deal.
      content:
        application/json:
          schema:
            type: object
            required: [deal]
            properties:
              deal: {$ref: ../../schemas/Deal.yaml}
  x-effect: none
`,
  'schemas/Deal.yaml': `type: object
required: [id, tags]
properties:
  id: {type: integer}
  state: {type: integer, x-known-values: [1, 2]}
  tags:
    type: array
    items: {type: string}
  closed_at: {x-unknown: only ever seen as null}
`,
  'error-codes.yaml': `DealTaken: {code: 20001, zh: 商机重名, en: The name is taken., advice: Choose another.}
Busy: {code: 10052, zh: 并发数超限, en: Too many calls., advice: Wait., global: wait}
`,
  'reasons.yaml': `typed-string: The page types every number as a string.
`,
  'docs/headings.yaml': `- {heading: 商机, category: deals}
`,
  'docs/pages.yaml': `- {page: api-1, title: 新增, category: deals, kind: endpoint, path: /open-api/deal/add, state: curated}
- {page: api-2, title: 其他, category: deals, kind: endpoint, state: unread}
`,
  'docs/deal/add.yaml': `category: 商机
slug: deals
page: api-1
title: 新增
kind: endpoint
method: POST
path: /open-api/deal/add
modified: unknown
seat: sales
complete: true
errors:
  - {code: 20001, zh: 商机重名}
query:
  - {name: limit, type: string, required: false, max: 100}
  - {name: old, type: string, required: unmarked}
body:
  content_type: application/json
  fields:
    - {name: name, type: string, required: true, max_length: 15}
    - {name: kind, type: string, required: false, enum: [b, a]}
response:
  fields:
    - {name: errcode, type: integer, required: true}
    - name: deal
      type: object
      required: true
      fields:
        - {name: id, type: integer, required: true}
        - {name: state, type: integer, required: unmarked, enum: [1, 2]}
        - {name: tags, type: array<string>, required: unmarked}
        - {name: closed_at, type: "null", required: unmarked}
  example: {errcode: 0, deal: {id: 1, tags: []}}
`,
};

/** Expects as many findings as parts, and that each finding contains its part. */
export function expectParts(found: readonly string[], want: readonly string[]): void {
  expect(found).toHaveLength(want.length);
  for (const [index, part] of want.entries()) expect(found[index]).toContain(part);
}
