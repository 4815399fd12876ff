import { join } from 'node:path';
import { type Rivals, versionOf } from '../support/rivals.ts';

/** A generator of the comparison. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  /** The arguments to Node that generate TypeScript from a document into a folder. */
  readonly generate: (document: string, out: string) => readonly string[];
  /** The path of the Node that it runs on, if not this one. */
  readonly node?: string;
  /** The text in its output by which it says that it refuses the document. Without it, every failure is one of its own. */
  readonly refusal?: RegExp;
}

/**
 * Returns the generators that are compared: this tree's with all of its output, with types and client alone, and the others.
 * @param project the root folder of this package.
 */
export function generators(project: string, { folder, node }: Rivals): readonly Generator[] {
  const own = (document: string, out: string, ...more: string[]) => [
    ...['--import', 'tsx', join(project, 'scripts/generate.ts'), '--force'],
    ...['--spec', document, '--out', out, ...more],
  ];
  const bin = (path: string) => join(folder, 'node_modules', path);
  return [
    {
      name: 'weiban-openapi',
      version: 'this tree',
      generate: (document, out) => own(document, out),
      refusal: /nothing was written/,
    },
    {
      name: 'types and client only',
      version: 'this tree',
      generate: (document, out) => own(document, out, '--only', 'schema,client'),
      refusal: /nothing was written/,
    },
    {
      name: 'openapi-typescript',
      version: versionOf('openapi-typescript'),
      // It runs on this Node, like ours: a newer one loads its compiler faster, and its time is compared with ours.
      generate: (document, out) => [
        bin('openapi-typescript/bin/cli.js'),
        document,
        '-o',
        join(out, 'schema.ts'),
      ],
    },
    {
      name: 'hey-api',
      version: versionOf('@hey-api/openapi-ts'),
      node,
      generate: (document, out) => [
        bin('@hey-api/openapi-ts/bin/run.js'),
        ...['-i', document, '-o', out],
        ...['-p', '@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'],
      ],
    },
  ];
}
