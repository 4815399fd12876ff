import type { SchemaField } from '../../catalogue/index.ts';

/** A line of the tree: where it stands, what it is, what is said of it. */
export interface TreeLine {
  /** The branch drawn before the name, and the name; a `?` behind one that may be missing. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The fields of a schema as the lines of a tree. */
export function schemaTree(fields: readonly SchemaField[], indent = ''): TreeLine[] {
  return fields.flatMap(({ name, isRequired, type, description, values, fields: below }, at) => {
    const isLast = at === fields.length - 1;
    const line = {
      name: `${indent}${isLast ? '└─ ' : '├─ '}${name}${isRequired ? '' : '?'}`,
      type,
      text: [description, values.length > 0 ? `[${values.join('; ')}]` : ''].filter(Boolean).join(' '),
    };
    return [line, ...schemaTree(below, `${indent}${isLast ? '   ' : '│  '}`)];
  });
}
