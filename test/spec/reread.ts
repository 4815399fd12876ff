import { expect } from 'vitest';
import { Document } from 'yaml';
import { parseSource } from '../../scripts/spec/source.ts';
import { documentText, foldSmallCollections, rowsText, yamlText } from '../../scripts/spec/yaml-text.ts';

/** The ways in which the project writes YAML. */
const WRITERS = {
  yamlText: (value: object) => yamlText(value),
  unfolded: (value: object) => yamlText(value, 0),
  rowsText: (value: object) => rowsText([value], 'rows'),
  folded: (value: object) => {
    const document = new Document(value, { aliasDuplicateObjects: false });
    foldSmallCollections(document);
    return documentText(document);
  },
};

/** Their names. */
export const writerNames = ['yamlText', 'unfolded', 'rowsText', 'folded'] as const;

/** The value that a writer's text is read as; rows are a list of one. */
export function reread(writer: keyof typeof WRITERS, value: object): unknown {
  const text = WRITERS[writer](value);
  if (writer === 'rowsText') expect(text.split('\n')).toHaveLength(4);
  const read = parseSource(text, '/text.yaml', 'text.yaml').value;
  return writer === 'rowsText' && Array.isArray(read) ? read[0] : read;
}
