import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { editable, editYaml as editParsed } from '../../../scripts/docs/apply/yaml-edit.ts';
import { type Edit, EditError } from '../../../scripts/docs/apply/yaml-splice.ts';
import { runs } from '../../support/runs.ts';

const editYaml = (text: string, ...edits: Edit[]) => editParsed(editable(text), edits).text;

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/);
const scalar = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...`a \n#:-'"|>{}[],`), maxLength: 60 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('null', '#x', 'a: b', '- c', "it's", '多行\n文本\n'),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(scalar, { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 4 }),
  ),
}));

/** Makes the same change in the value, as an oracle. */
function changed(
  value: unknown,
  path: readonly string[],
  change: (holder: Record<string, unknown>, key: string) => void,
): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
  change(holder, path.at(-1) ?? '');
  return copy;
}

function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, below]) => [[...at, name], ...pathsOf(below, [...at, name])]);
}

function listsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (Array.isArray(value)) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => listsOf(below, [...at, name]));
}

test('in any document and style, an edit changes only the place that it names', () => {
  fc.assert(
    fc.property(
      fc.dictionary(key, tree, { minKeys: 2, maxKeys: 5 }),
      fc.nat(),
      fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 3 })),
      fc.constantFrom('any', 'flow', 'block' as const),
      fc.boolean(),
      (given, pick, value, collectionStyle, isAdded) => {
        const document = stringify(given, {
          collectionStyle: collectionStyle as 'any',
          lineWidth: 60,
          flowCollectionPadding: false,
        });
        // The library prints some texts so that they cannot be read, or are read as a different text.
        fc.pre(parseDocument(document).errors.length === 0);
        const root: unknown = parse(document);
        const paths = pathsOf(root);
        const found = paths[pick % paths.length] as readonly string[];
        const at = isAdded ? [...found.slice(0, -1), 'a_new_key'] : found;
        const edited = editYaml(document, { op: 'set', at, value, after: found.at(-1) as string });
        expect(parse(edited)).toEqual(
          changed(root, at, (holder, name) => {
            holder[name] = value;
          }),
        );
        if (isAdded) {
          expect(editYaml(edited, { op: 'remove', at })).toBe(document);
        }
      },
    ),
    { numRuns: runs(200, 2_000) },
  );
});

/** Makes edits one at a time up to the first that is refused; returns the text and whether one was. */
function oneByOne(document: string, edits: readonly Edit[]): readonly [text: string, refused: boolean] {
  let edited = document;
  for (const edit of edits) {
    try {
      edited = editYaml(edited, edit);
    } catch (error) {
      expect(error).toBeInstanceOf(EditError);
      return [edited, true];
    }
  }
  return [edited, false];
}

test('edits made together give the same result as one by one', () => {
  const numRuns = runs(200, 1_000);
  let together = 0;
  fc.assert(
    fc.property(
      fc.dictionary(key, tree, { minKeys: 2, maxKeys: 5 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), scalar, fc.constantFrom('set', 'add', 'remove', 'include')), {
        minLength: 2,
        maxLength: 6,
      }),
      fc.constantFrom('any', 'flow', 'block' as const),
      (given, picks, collectionStyle) => {
        const document = stringify(given, { collectionStyle: collectionStyle as 'any', lineWidth: 60 });
        fc.pre(parseDocument(document).errors.length === 0);
        const root: unknown = parse(document);
        const [paths, lists] = [pathsOf(root), listsOf(root)];
        const edits = picks.map(([pick, variant, value, op]): Edit => {
          const at = paths[pick % paths.length] as readonly string[];
          // Sometimes after a key that another of the edits adds.
          const after = variant % 2 === 0 ? paths[variant % paths.length]?.at(-1) : `new_${pick % 3}`;
          if (op === 'remove') return { op, at };
          if (op === 'include' && lists.length > 0)
            return { op, at: lists[pick % lists.length] as readonly string[], value };
          return {
            op: 'set',
            at: op === 'add' ? [...at.slice(0, -1), `new_${variant % 3}`] : at,
            value,
            after,
          };
        });
        const [want, isRefused] = oneByOne(document, edits);
        if (isRefused) {
          expect(() => editYaml(document, ...edits)).toThrow(EditError);
          return;
        }
        expect(editYaml(document, ...edits)).toBe(want);
        together++;
      },
    ),
    { numRuns },
  );
  expect(together).toBeGreaterThan(numRuns / 10);
});
