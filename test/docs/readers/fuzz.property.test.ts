import { normalize } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newFacts } from '../../../scripts/docs/diff/merge-capture.ts';
import { planImport } from '../../../scripts/docs/import/plan-import.ts';
import type { Capture } from '../../../scripts/docs/readers/capture.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import { checkPage } from '../../../scripts/evidence/facts/check-page.ts';
import { SpecError } from '../../../scripts/kit/diagnostic.ts';
import { fileOfUrl } from '../../../scripts/spec/path-file.ts';
import { parseSource } from '../../../scripts/spec/source.ts';
import { yamlText } from '../../../scripts/spec/yaml-text.ts';
import { type MadePage, renderMarkdown, renderOpenApi, renderText } from '../../support/render-page.ts';
import { runs } from '../../support/runs.ts';

const PAGES = runs(2_000, 100_000);

const page: MadePage = {
  id: 'api-1',
  title: '获取东西',
  method: 'POST',
  path: '/open-api/thing/list',
  licence: '销售',
  errors: [{ code: 20_001, zh: '没有' }],
  query: [{ name: 'id', type: 'integer', required: true, about: '编号', min: 1, max: 9, default: 2 }],
  body: {
    fields: [{ name: 'type', type: 'string', required: true, enum: ['a', 'b'] }],
    example: { type: 'a' },
  },
  response: {
    fields: [
      { name: 'errcode', type: 'integer', required: true },
      {
        name: 'list',
        type: 'array<object>',
        required: true,
        fields: [
          { name: 'id', type: 'string', required: true },
          {
            name: 'user',
            type: 'object',
            required: true,
            fields: [{ name: 'id', type: 'string', required: true }],
          },
        ],
      },
    ],
    example: { errcode: 0, list: [{ id: 'x', user: { id: 'y' } }] },
  },
};
const forms = [renderText(page), renderMarkdown(page), JSON.stringify(renderOpenApi(page))];
const lines = forms.flatMap((form) => form.split('\n'));

// Reading YAML takes a hundred times as long as reading the text of a page.
const form = fc.oneof(
  { arbitrary: fc.constant(forms[0] ?? ''), weight: 78 },
  { arbitrary: fc.constantFrom(...forms.slice(1)), weight: 2 },
);

type Mutation = readonly [
  kind: 'cut' | 'delete' | 'repeat' | 'insert' | 'swap' | 'byte',
  at: number,
  length: number,
  what: number,
];
const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom('cut', 'delete', 'repeat', 'insert', 'swap', 'byte'),
  fc.noBias(fc.nat(9999)).map((part) => part / 10_000),
  fc.nat(60),
  fc.nat(65_535),
);

function mutate(text: string, [kind, part, length, what]: Mutation): string {
  const at = Math.floor(text.length * part);
  const piece = text.slice(at, at + length);
  switch (kind) {
    case 'cut':
      return text.slice(0, at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + length);
    case 'repeat':
      return text.slice(0, at) + piece.repeat(1 + (what % 20)) + text.slice(at);
    case 'insert':
      return `${text.slice(0, at)}\n${lines[what % lines.length]}\n${text.slice(at)}`;
    case 'swap':
      return text.slice(0, at) + [...piece].reverse().join('') + text.slice(at + length);
    default:
      return text.slice(0, at) + String.fromCharCode(what) + text.slice(at + 1);
  }
}

const target = { folder: '/spec/docs', basePath: '/open-api', rows: [], headings: [], holders: new Map() };

/**
 * Expects that every file of a capture is inside the specification. Returns whether the capture gives valid
 * facts.
 */
function expectInside(capture: Capture): boolean {
  const facts = newFacts(capture, { category: '类', slug: 'class', seats: {} });
  const source = parseSource(yamlText(facts), '/page.yaml', 'page');
  if (checkPage(source, [], source.value).length > 0) return false;
  const { files } = planImport({ pages: [facts], headings: [] }, target, []);
  for (const path of [...files.keys(), `/spec/paths/${fileOfUrl(capture.path, '/open-api')}`])
    expect(normalize(path)).toMatch(/^\/spec\/(docs|paths)\/[^:*?"<>|\\\s]*[^:*?"<>|\\\s/]\.yaml$/);
  return true;
}

test(`${PAGES.toLocaleString('en')} mutated pages: read or refused with a place, never anything else`, () => {
  const counts = { read: 0, refused: 0, placed: 0 };
  let slowest = 0;
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(form, fc.array(mutation, { minLength: 1, maxLength: 4 }), (given, mutations) => {
      const before = process.cpuUsage();
      try {
        for (const capture of readCapturesOf(encoder.encode(mutations.reduce(mutate, given)), 'page')) {
          expect(Array.isArray(capture.missing)).toBe(true);
          if (capture.path !== page.path && expectInside(capture)) counts.placed++;
        }
        counts.read++;
      } catch (error) {
        if (!(error instanceof SpecError)) throw error;
        expect(error.diagnostics[0]?.place?.file).toBe('page');
        counts.refused++;
      }
      slowest = Math.max(slowest, process.cpuUsage(before).user / 1000);
    }),
    { numRuns: PAGES, interruptAfterTimeLimit: 840_000, markInterruptAsFailure: true },
  );
  // In milliseconds of processor time, which does not depend on the load of the machine.
  expect(slowest).toBeLessThan(3000);
  console.log(`${counts.read} read, ${counts.refused} refused, ${counts.placed} other paths given a file`);
  expect(counts.placed).toBeGreaterThan(PAGES / 1000);
}, 900_000);
