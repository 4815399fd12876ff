import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair, parse, parseDocument } from 'yaml';
import { RULES, runRules } from '../../scripts/check/index.ts';
import { readContext } from '../../scripts/evidence/compare/context.ts';
import { readSpecification } from '../../scripts/record/run-shape.ts';
import { type Drift, isDrift } from '../../scripts/record/shape/drift.ts';
import { findDrift } from '../../scripts/record/shape/find-drift.ts';
import { customerRecordings, person } from './customers.ts';

/** Follows the instructions of each finding: sets the lines of the patch in the map at its place. */
function paste(file: string, patches: readonly Drift[]): void {
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text);
  const lines = text.split('\n');
  for (const { place, patch } of patches) {
    const before = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const map = mapAt(document.contents, before + place.column - 1);
    for (const [key, value] of Object.entries(parse(patch))) map?.set(key, document.createNode(value));
  }
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}

/** Finds the map to patch: the value of the key at an offset or, if that value is not a map, the map with the key. */
function mapAt(node: unknown, offset: number): { set: (key: string, value: unknown) => void } | undefined {
  if (isSeq(node)) return node.items.map((item) => mapAt(item, offset)).find((found) => found !== undefined);
  if (!isMap(node)) return undefined;
  for (const pair of node.items as Pair[]) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    if ((pair.key as Node).range?.[0] === offset) return isMap(pair.value) ? pair.value : node;
    const found = isNode(pair.value) ? mapAt(pair.value, offset) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const changes: readonly (readonly [kind: string, change: (row: Record<string, unknown>) => object])[] = [
  ['null', (row) => ({ ...row, name: null })],
  ['retyped', (row) => ({ ...row, position: 12 })],
  ['undocumented', (row) => ({ ...row, customer_level: 3 })],
  ['new-value', (row) => ({ ...row, type: 3 })],
];

test('after pasting the proposed lines, check and the recordings agree with the specification', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'patches-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('spec', folder, { recursive: true });
  const rows = [
    person(0),
    person(1),
    ...changes.map(([, change], index) => change({ ...person(index + 2) })),
  ];
  const drift = () => {
    const { context, model } = readSpecification(folder);
    return findDrift(context, model, customerRecordings(rows))
      .flatMap((operation) => operation.drift)
      .filter(isDrift);
  };
  const found = drift();
  expect(found.map(({ kind }) => kind).sort()).toEqual(changes.map(([kind]) => kind).sort());
  for (const file of new Set(found.map(({ place }) => place.file))) {
    paste(
      file,
      found.filter(({ place }) => place.file === file),
    );
  }

  expect(drift()).toEqual([]);
  const rules = RULES.filter(({ code }) => code === 'facts-agree' || code === 'corrections-hold');
  expect(rules).toHaveLength(2);
  expect(await runRules(rules, readContext(folder))).toEqual([]);
});
