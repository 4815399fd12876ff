import type { Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import { commentText } from './text.ts';

/** The doc comment of an operation's method: purpose, requirements, errors, and the documentation page. */
export function operationDoc(operation: Operation): string {
  const { object, errors, body } = operation;
  const lines = [object.summary ?? `${operation.method.toUpperCase()} ${operation.path}`];
  if (object.description !== undefined) lines.push('', object.description.trim());
  const anyOf = object['x-oneOf-required'];
  if (Array.isArray(anyOf)) lines.push('', `At least one of ${anyOf.join(', ')} is required.`);
  const others = Object.keys(object.requestBody?.content ?? {}).filter((type) => type !== body?.declaredType);
  if (body !== undefined && others.length > 0)
    lines.push('', `The body is sent as ${body.mediaType}; the API also takes ${others.join(', ')}.`);
  const because = object['x-safety-because'];
  if (typeof because === 'string') lines.push('', `Sent twice (${operation.safety}): ${because.trim()}`);
  lines.push('', `\`${operation.method.toUpperCase()} ${operation.path}\`${notes(operation)}`);
  if (errors.length > 0)
    lines.push('', `Errors: ${errors.map(({ name, code }) => `${name} (${code})`).join(', ')}.`);
  const text = commentText(lines.join('\n'));
  return object.deprecated === true ? `${text}\n\n@deprecated` : text;
}

function notes({ object }: Operation): string {
  const page = object['x-page'];
  const parts = [
    isObject(page) ? `${String(page.title)} (${String(page.id)})` : undefined,
    typeof object['x-seat'] === 'string' && object['x-seat'] !== 'none' && object['x-seat'] !== 'unknown'
      ? `seat: ${object['x-seat']}`
      : undefined,
    typeof object['x-status'] === 'string' ? `status: ${object['x-status']}` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` — ${parts.join(', ')}`;
}
