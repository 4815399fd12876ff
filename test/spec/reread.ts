import { expect } from 'vitest';
import { Document } from 'yaml';
import { parseSource } from '../../scripts/spec/source.ts';
import { documentText, foldSmallCollections, rowsText, yamlText } from '../../scripts/spec/yaml-text.ts';

/** The functions that write YAML. */
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

export const writerNames = ['yamlText', 'unfolded', 'rowsText', 'folded'] as const;

/** Writes a value and parses the text. `rowsText` writes a list with one row. */
export function reread(writer: keyof typeof WRITERS, value: object): unknown {
  const text = WRITERS[writer](value);
  if (writer === 'rowsText') expect(text.split('\n')).toHaveLength(4);
  const read = parseSource(text, '/text.yaml', 'text.yaml').value;
  return writer === 'rowsText' && Array.isArray(read) ? read[0] : read;
}
