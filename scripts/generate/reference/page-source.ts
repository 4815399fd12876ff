import { exactJson } from '../../kit/exact-json.ts';
import { fingerprint } from '../../kit/fingerprint.ts';
import type { Model, Operation } from '../../spec/model.ts';

const REFERENCES = /"#\/components\/schemas\/([^"]+)"/g;

/**
 * What the page of an operation is made of, as a text by which a page that was made before is found again: all of the
 * model but the other operations and the schemas that this one does not reach.
 */
export function pageSource(model: Model): (operation: Operation) => string {
  const { paths: _, components, ...document } = model.document;
  const shared = {
    ...model,
    document,
    components: { ...components, schemas: {} },
    operations: [],
    schemas: {},
  };
  const common = fingerprint([['shared', exactJson(shared)]]);
  const schemas = new Map<string, { readonly text: string; readonly names: readonly string[] }>();
  for (const [name, schema] of Object.entries(model.schemas)) {
    const text = exactJson(schema);
    schemas.set(name, { text, names: namesIn(text) });
  }
  return (operation) => {
    const own = exactJson(operation);
    const reached = new Set(namesIn(own));
    // A set goes on to what is added while it is gone through.
    for (const name of reached) for (const below of schemas.get(name)?.names ?? []) reached.add(below);
    const texts = [...reached].sort().map((name) => `${name} ${schemas.get(name)?.text}`);
    return ['page', common, own, ...texts].join('\n');
  };
}

function namesIn(text: string): string[] {
  return [...text.matchAll(REFERENCES)].map(([, name = '']) => name);
}
