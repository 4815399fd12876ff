import { NO_ENVELOPE } from '../../spec/envelopes.ts';
import { type Envelope, isObject } from '../../spec/openapi.ts';
import { documentedType } from './doc-type.ts';
import { contentFields } from './example-evidence.ts';
import type { FactContent, FactField } from './facts.ts';

/** What a page shows of an answer, taken apart by the answer's envelope. */
export interface DocumentedResult {
  /** The result alone: what the specification describes. */
  readonly content: FactContent;
  /** Fields beside the result that the envelope does not have. */
  readonly beside: readonly FactField[];
}

/**
 * Takes the result out of a documented answer, if the envelope has a field for it (`result: data`) and the page shows the
 * envelope. Otherwise the result's fields stand beside the envelope's, and the answer is returned as it is.
 */
export function resultOf(content: FactContent, envelope: Envelope | undefined): DocumentedResult {
  const name = envelope?.result;
  const fields = contentFields(content);
  if (envelope === undefined || name === undefined || !showsEnvelope(fields, envelope, name))
    return { content, beside: [] };
  const own = new Set([...Object.keys(envelope.success.properties ?? {}), name]);
  const field = fields.find((candidate) => candidate.name === name);
  const { content_type, other_types } = content;
  const types = {
    ...(content_type !== undefined && { content_type }),
    ...(other_types !== undefined && { other_types }),
  };
  return {
    content: { ...types, ...(field && insideOf(field, content.example, name)) },
    beside: fields.filter((candidate) => !own.has(candidate.name)),
  };
}

/** A page that names the code shows the envelope, and so does one that names nothing but the envelope's fields. */
function showsEnvelope(fields: readonly FactField[], { code, success }: Envelope, result: string): boolean {
  const names = new Set(fields.map((field) => field.name));
  if (names.has(code)) return true;
  const own = new Set([...Object.keys(success.properties ?? {}), result]);
  return names.has(result) && [...names].every((name) => own.has(name));
}

/** What the field of the result holds, as a content of its own. */
function insideOf(field: FactField, example: unknown, name: string): FactContent {
  const { name: _, required: __, nullable: ___, deprecated: ____, evidence: _____, ...shape } = field;
  const shown = isObject(example) && Object.hasOwn(example, name) ? example[name] : undefined;
  return { ...shape, type: documentedType(field), ...(shown !== undefined && { example: shown }) };
}

/** The envelope of an operation by its `x-envelope`: the first one, unless it names another or none. */
export function envelopeNamed(
  envelopes: Readonly<Record<string, Envelope>>,
  name: unknown,
): Envelope | undefined {
  if (name === NO_ENVELOPE) return undefined;
  return envelopes[typeof name === 'string' ? name : (Object.keys(envelopes)[0] ?? '')];
}
