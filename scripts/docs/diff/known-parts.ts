import { type FactPage, PARAMETER_KEYS, PARAMETER_PLACES } from '../../evidence/facts/facts.ts';
import type { Capture } from '../readers/capture.ts';

const PARTS = {
  errors: 'errors',
  path_parameters: 'path parameters',
  query: 'query parameters',
  headers: 'headers',
  cookies: 'cookies',
  body: 'request body',
  response: 'answer',
} as const;
type Part = keyof typeof PARTS;

/** The parts of the facts that a sheet does not mention. It may be an addition to them, so its silence removes nothing. */
function unmentioned(old: FactPage, { sheet }: Capture): Part[] {
  const parts = Object.keys(PARTS) as readonly Part[];
  return sheet === undefined
    ? []
    : parts.filter((part) => sheet[part] === undefined && old[part] !== undefined);
}

/** Returns a capture with the known parts of the facts where the sheet that it comes from has none. */
export function withKnownParts(old: FactPage, now: Capture): Capture {
  const parts = new Set(unmentioned(old, now));
  const { errors = [], query = [], body, response } = old;
  const kept = PARAMETER_PLACES.flatMap((place) => {
    const key = PARAMETER_KEYS[place];
    return place !== 'query' && parts.has(key) ? [[place, old[key] ?? []]] : [];
  });
  return {
    ...now,
    ...(parts.has('errors') && { errors }),
    ...(parts.has('query') && { query }),
    ...(kept.length > 0 && { parameters: { ...now.parameters, ...Object.fromEntries(kept) } }),
    ...(parts.has('body') && body && { body: { fields: body.fields ?? [] } }),
    ...(parts.has('response') && response && { response: { fields: response.fields ?? [] } }),
  };
}

/** Says which parts of the facts stay because a sheet does not mention them; undefined if it mentions all. */
export function keptParts(old: FactPage, now: Capture): string | undefined {
  const names = unmentioned(old, now).map((part) => PARTS[part]);
  return names.length === 0
    ? undefined
    : `the sheet does not mention the ${names.join(', the ')}; the facts keep theirs`;
}
