import type { Context } from '../../evidence/compare/context.ts';
import { child, type Located, placeIn } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { envelopeNamed } from '../../evidence/facts/result.ts';
import { envelopeFields, envelopesOf } from '../../evidence/facts/root.ts';
import { type Envelope, isObject } from '../../spec/openapi.ts';
import { compareObject, compareValue, escaped } from './compare-shape.ts';
import type { ComparedSchema, Drift } from './drift.ts';
import { patchOfNew } from './field-findings.ts';
import type { Shape } from './merge-shape.ts';

/**
 * Compares the shape of an operation's successful answers with the specification, which describes the result: the field of
 * the envelope that holds it, what stands beside the envelope's fields, or the whole answer.
 */
export function compareAnswer(context: Context, id: string, operation: Operation, shape: Shape): Drift[] {
  const { answer, located } = operation;
  const envelopes = envelopesOf(context.spec);
  const envelope = envelopeNamed(envelopes, located.value['x-envelope']);
  if (envelope?.result !== undefined) {
    const name = Object.keys(envelopes).find((key) => envelopes[key] === envelope) ?? '';
    return [
      ...besideResult(context, { id, operation, name, envelope }, shape),
      ...(answer === undefined ? [] : insideResult(context, id, answer, envelope.result, shape)),
    ];
  }
  if (answer === undefined) return [];
  const compared = { operation: id, schema: answer, pointer: '' };
  if (envelope === undefined) return compareValue(context, compared, shape);
  const ignored = new Set([...envelopeFields(context.spec).values()].flat());
  return compareObject(context, compared, shape, ignored);
}

function insideResult(
  context: Context,
  operation: string,
  answer: Located,
  name: string,
  shape: Shape,
): Drift[] {
  const compared: ComparedSchema = { operation, schema: answer, pointer: `/${escaped(name)}` };
  const field = shape.fields.get(name);
  const [seen, parents] = [field?.seen ?? 0, shape.types.object ?? 0];
  const missing: Drift = {
    kind: 'missing',
    operation,
    pointer: compared.pointer,
    says: `holds the result, but was missing ${parents - seen} of ${parents} times`,
    place: placeIn(answer),
    mend: 'if the operation has no result, remove the content of its response',
    patch: '',
  };
  return [
    ...(seen < parents ? [missing] : []),
    ...(field === undefined ? [] : compareValue(context, compared, field)),
  ];
}

interface Enveloped {
  readonly id: string;
  readonly operation: Operation;
  readonly name: string;
  readonly envelope: Envelope;
}

/** Fields that were seen beside the result and that the envelope does not have. */
function besideResult(context: Context, { id, operation, name, envelope }: Enveloped, shape: Shape): Drift[] {
  const { root: source } = context.spec;
  const root: Located = { source, keys: [], value: isObject(source.value) ? source.value : {} };
  const written = child(root, 'x-envelopes', name) ?? root;
  const omitted = context.reasoned.omissionsOn(operation.located).map((omission) => omission.name);
  const known = new Set([
    ...Object.keys(envelope.success.properties ?? {}),
    ...(envelope.result === undefined ? [] : [envelope.result]),
    ...omitted,
  ]);
  const success = child(written, 'success');
  const facets = { all: success === undefined ? [] : [success] };
  const compared = { operation: id, schema: success ?? written, pointer: '' };
  return [...shape.fields]
    .filter(([field]) => !known.has(field))
    .map(([field, seen]) => ({
      ...patchOfNew(context, { compared, name: field, field: seen, isOpen: false, facets }),
      mend: `it stands beside the result: add it to the properties of success in the envelope ${name}`,
    }));
}
