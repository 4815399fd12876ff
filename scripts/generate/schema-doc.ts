import { exactJson } from '../kit/exact-json.ts';
import type { Language } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { isWord, say } from './words.ts';

/** What a reader should know about a value, for its doc comment. `language` is that of the schema's texts. */
export function schemaDoc(schema: Schema, language: Language = 'en'): string {
  const lines: string[] = [];
  if (typeof schema.description === 'string') lines.push(schema.description.trim());
  if (isObject(schema['x-meanings'])) {
    lines.push(
      Object.entries(schema['x-meanings'])
        .map(([value, meaning]) => say(language, 'meaning', { value, text: String(meaning) }))
        .join(say(language, 'semicolon')),
    );
  }
  for (const word of [`evidence_${schema['x-evidence']}`, `unit_${schema.format}`])
    if (isWord(word)) lines.push(say(language, word));
  lines.push(...limitsText(schema, language));
  if (schema.default !== undefined)
    lines.push(say(language, 'default', { value: exactJson(schema.default) ?? '' }));
  if (schema.deprecated === true) lines.push(say(language, 'deprecated'));
  return lines.join('\n');
}

const LIMITS = [
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'x-max-bytes',
] as const;

function limitsText(schema: Schema, language: Language): string[] {
  const limits = LIMITS.flatMap((keyword) => {
    const value = schema[keyword];
    return typeof value === 'number' ? [say(language, `limit_${keyword}`, { value })] : [];
  });
  return limits.length === 0
    ? []
    : [say(language, 'limits', { limits: limits.join(say(language, 'clause')) })];
}
