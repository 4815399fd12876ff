import { exactJson } from '../kit/exact-json.ts';
import { isObject, type Schema } from '../spec/openapi.ts';

/** What a reader should know about a value, for its doc comment. */
export function schemaDoc(schema: Schema): string {
  const lines: string[] = [];
  if (typeof schema.description === 'string') lines.push(schema.description.trim());
  if (isObject(schema['x-meanings'])) {
    lines.push(
      Object.entries(schema['x-meanings'])
        .map(([value, meaning]) => `${value}: ${String(meaning)}`)
        .join('; '),
    );
  }
  const evidence = EVIDENCE[String(schema['x-evidence'])];
  if (evidence !== undefined) lines.push(evidence);
  const unit = typeof schema.format === 'string' ? UNITS[schema.format] : undefined;
  if (unit !== undefined) lines.push(unit);
  lines.push(...limitsText(schema));
  if (schema.default !== undefined) lines.push(`Default: ${exactJson(schema.default)}.`);
  if (schema.deprecated === true) lines.push('Deprecated.');
  return lines.join('\n');
}

const EVIDENCE: Readonly<Record<string, string>> = {
  'public-code': 'On no page of the documentation: known from public programs.',
  recording: 'On no page of the documentation: known from recorded answers.',
};

const UNITS: Readonly<Record<string, string>> = {
  'unix-seconds': 'Unix time in seconds.',
  'unix-milliseconds': 'Unix time in milliseconds.',
  fen: 'In fen, 1/100 yuan.',
  yuan: 'In yuan.',
};

const LIMITS: readonly (readonly [keyword: string, label: string])[] = [
  ['minimum', 'at least'],
  ['maximum', 'at most'],
  ['minItems', 'items at least'],
  ['maxItems', 'items at most'],
  ['minLength', 'characters at least'],
  ['maxLength', 'characters at most'],
  ['x-max-bytes', 'bytes at most'],
];

function limitsText(schema: Schema): string[] {
  const limits = LIMITS.flatMap(([keyword, label]) =>
    typeof schema[keyword] === 'number' ? [`${label} ${schema[keyword]}`] : [],
  );
  return limits.length === 0 ? [] : [`Limits: ${limits.join(', ')}.`];
}
