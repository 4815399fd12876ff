import { type Envelope, isObject, type Schema } from './openapi.ts';

/** The name that an operation gives as its envelope when its answer has none: the HTTP status decides then. */
export const NO_ENVELOPE = 'none';

/** The envelopes of a document, by name, the default first. An envelope that only names its fields gets schemas. */
export function readEnvelopes(document: Readonly<Record<string, unknown>>): Record<string, Envelope> {
  const given = document['x-envelopes'];
  if (!isObject(given)) return {};
  // The shape of the document was checked.
  return Object.fromEntries(
    Object.entries(given).map(([name, envelope]) => [name, withSchemas(envelope as unknown as Envelope)]),
  );
}

function withSchemas(envelope: Envelope): Envelope {
  const { code, message, ok, flag } = envelope;
  const fields = (codes: Schema, isSuccess: boolean): Schema => ({
    type: 'object',
    required: [code],
    properties: {
      [code]: codes,
      [message]: { type: ['string', 'null'], description: 'The message.' },
      ...(flag !== undefined && { [flag]: { type: 'boolean', const: isSuccess } }),
    },
  });
  return {
    ...envelope,
    success: envelope.success ?? fields({ type: 'integer', enum: ok, description: 'Success.' }, true),
    failure:
      envelope.failure ??
      fields({ type: 'integer', not: { enum: ok }, description: 'What went wrong.' }, false),
  };
}
