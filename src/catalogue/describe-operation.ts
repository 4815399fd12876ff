import { corrections } from '../../generated/corrections.ts';
import { envelopes } from '../../generated/operations.ts';
import { isPaged, parseOperation, parsePaging } from '../base/operation-row.ts';
import { successOf } from '../base/success-of.ts';
import { listErrors } from './find-errors.ts';
import type { OperationName } from './find-operation.ts';
import { parametersOf } from './parameters.ts';
import {
  effectOf,
  followed,
  loadBundle,
  type OperationObject,
  operationAt,
  type Schema,
  type TextLanguage,
} from './specification.ts';

/** Everything that the package knows about an operation, as data; its texts in a language. */
export function describeOperation(name: OperationName, language?: TextLanguage) {
  const operation = operationAt(name.path, name.method, language);
  const parsed = parseOperation(name.row);
  const own = new Set(parsed.errors.map(([, error]) => error));
  const [tag = ''] = operation.tags ?? [];
  return {
    name: name.name,
    operationId: name.id,
    method: name.method,
    path: name.path,
    title: operation['x-page']?.title ?? '',
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    category: {
      name: tag,
      title: loadBundle().tags?.find(({ name: tagName }) => tagName === tag)?.['x-title'] ?? '',
    },
    page: pageOf(operation),
    seat: operation['x-seat'] ?? 'unknown',
    safety: operation['x-safety'] ?? 'write',
    effect: effectOf(operation),
    effectBecause: operation['x-effect-because'],
    limit: operation['x-limit'] ?? 'write',
    status: operation['x-status'],
    envelope: { name: parsed.envelope, fields: envelopes[parsed.envelope] },
    paging: isPaged(name.row) ? parsePaging(name.row) : undefined,
    corrections: corrections[name.id] ?? 0,
    oneOfRequired: operation['x-oneOf-required'],
    parameters: parametersOf(name, language),
    result: resultOf(name, language),
    errors: listErrors().filter((error) => own.has(error.name)),
  };
}

/** The page of the vendor's documentation, with its address if the specification names the site. */
function pageOf({ 'x-page': page }: OperationObject) {
  const site = loadBundle().externalDocs?.url;
  return page && { ...page, ...(site !== undefined && { url: new URL(page.id, site).href }) };
}

/** The description of an operation. */
export type DescribedOperation = ReturnType<typeof describeOperation>;

/**
 * The schema of the client's result: the successful answer (the first of its choices) without the envelope's fields.
 */
function resultOf({ path, method, row }: OperationName, language?: TextLanguage): Schema {
  const content = Object.values(successOf(operationAt(path, method, language))?.content ?? {})[0];
  const schema = followed(content?.schema ?? {}, language);
  const [code, message, , flag, field] = envelopes[parseOperation(row).envelope] ?? [];
  const answer = followed((code === undefined ? undefined : schema.anyOf?.[0]) ?? schema, language);
  if (code === undefined) return answer;
  if (field !== undefined) return followed(answer.properties?.[field] ?? {}, language);
  const fields = Object.entries(answer.properties ?? {}).filter(
    ([name]) => ![code, message, flag].includes(name),
  );
  return { ...answer, properties: Object.fromEntries(fields) };
}
