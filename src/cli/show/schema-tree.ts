import type { SchemaField } from '../../catalogue/index.ts';

/** A line of the tree: name, type and description of a field. */
export interface TreeLine {
  /** The lines of the tree and the name, with a `?` if the field may be missing. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The fields of a schema as the lines of a tree. */
export function schemaTree(fields: readonly SchemaField[], indent = ''): TreeLine[] {
  return fields.flatMap(({ name, isRequired, type, description, values, fields: members }, at) => {
    const isLast = at === fields.length - 1;
    const line = {
      name: `${indent}${isLast ? '└─ ' : '├─ '}${name}${isRequired ? '' : '?'}`,
      type,
      text: [description, values.length > 0 ? `[${values.join('; ')}]` : ''].filter(Boolean).join(' '),
    };
    return [line, ...schemaTree(members, `${indent}${isLast ? '   ' : '│  '}`)];
  });
}
