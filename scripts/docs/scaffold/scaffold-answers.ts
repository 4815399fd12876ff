import { contentFields } from '../../evidence/facts/example-evidence.ts';
import type { FactField, FactPage } from '../../evidence/facts/facts.ts';
import { type DocumentedResult, resultOf } from '../../evidence/facts/result.ts';
import type { Envelope } from '../../spec/openapi.ts';
import { contentSchema, mediaTypesOf } from './scaffold-content.ts';

/** The envelopes of a specification; the default one comes first. */
export interface Enveloped {
  readonly envelopes: ReadonlyMap<string, Envelope>;
}

/** The responses of an operation: the successful answer, and those with other statuses where no envelope says what failed. */
export function responsesOf(page: FactPage, root: Enveloped): Record<string, unknown> {
  const { response, response_status: status = '200', other_responses: others = {} } = page;
  const own = ownAnswer(page, root).content;
  const isEmpty = response === undefined && /^20[45]$/.test(status);
  const success = {
    description: 'The answer.',
    ...(!isEmpty && { content: mediaTypesOf(own, { schema: contentSchema(own, 'answer') }) }),
  };
  // Where an envelope says what failed, the HTTP status says nothing.
  const failures = root.envelopes.size > 0 ? [] : Object.entries(others);
  const rest = failures.map(([code, content]) => {
    const hasContent = contentFields(content).length > 0 || content.type !== undefined;
    return [
      code,
      {
        description: `The answer with the status ${code}.`,
        ...(hasContent && { content: mediaTypesOf(content, { schema: contentSchema(content, 'answer') }) }),
      },
    ];
  });
  return Object.fromEntries([[status, success], ...rest]);
}

/** The result that a page shows, without its envelope. */
export function ownAnswer({ response = {} }: FactPage, root: Enveloped): DocumentedResult {
  const fields = contentFields(response);
  const [first] = root.envelopes.keys();
  const result = resultOf(response, root.envelopes.get(envelopeOf(fields, root) ?? first ?? ''));
  if (result.content !== response) return result;
  const enveloped = new Set([...root.envelopes.values()].flatMap(namesIn));
  return { content: { ...response, fields: fields.filter(({ name }) => !enveloped.has(name)) }, beside: [] };
}

function namesIn({ success }: Envelope): readonly string[] {
  return Object.keys(success.properties ?? {});
}

/**
 * Finds the envelope that shares the most fields with the page; undefined if the page shows no envelope's
 * fields.
 */
export function envelopeOf(fields: readonly FactField[], { envelopes }: Enveloped): string | undefined {
  const shown = new Set(fields.map((field) => field.name));
  const scored = [...envelopes].map(([name, envelope]) => ({
    name,
    score: namesIn(envelope).filter((field) => shown.has(field)).length,
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: '', score: 0 });
  return best.score === 0 ? undefined : best.name;
}
