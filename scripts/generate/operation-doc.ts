import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import { argumentSchemas } from './arguments.ts';
import { schemaDoc } from './schema-doc.ts';
import { commentText } from './text.ts';
import { say } from './words.ts';

/** The doc comment of an operation's method: purpose, requirements, errors with their meaning, and the documentation page. */
export function operationDoc(model: Model, operation: Operation): string {
  const { object } = operation;
  const paragraphs = [
    object.summary ?? `${operation.method.toUpperCase()} ${operation.path}`,
    object.description?.trim(),
    ...requirements(model, operation),
    `\`${operation.method.toUpperCase()} ${operation.path}\`${notes(model, operation)}`,
    errorList(model, operation),
  ];
  const text = commentText(paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n'));
  return object.deprecated === true ? `${text}\n\n@deprecated` : text;
}

function requirements(model: Model, operation: Operation): string[] {
  const { language } = model;
  const { object, body, safety } = operation;
  const comma = say(language, 'comma');
  const anyOf = object['x-oneOf-required'];
  const others = Object.keys(object.requestBody?.content ?? {}).filter((type) => type !== body?.declaredType);
  const because = object['x-safety-because'];
  return [
    ...(Array.isArray(anyOf) ? [choiceList(model, operation, anyOf)] : []),
    ...(body !== undefined && others.length > 0
      ? [say(language, 'bodyType', { type: body.mediaType, others: others.join(comma) })]
      : []),
    ...(typeof because === 'string' ? [say(language, 'sentTwice', { safety, text: because.trim() })] : []),
    ...effectLine(model, operation),
  ];
}

/** That a call deletes or sends; silent about the others, of which there are many. */
function effectLine({ language }: Model, { effect, object }: Operation): string[] {
  if (effect === 'none') return [];
  const because = object['x-effect-because'];
  const text = [say(language, `effect_${effect}`), ...(typeof because === 'string' ? [because.trim()] : [])];
  return [say(language, 'effect', { effect, text: text.join(say(language, 'space')) })];
}

/**
 * The arguments of which one is required, with their texts. An editor shows no text for a name in `one({ id })`, because each
 * member of the union of arguments has its own `id` (docs/adr/0033-text-of-alternatives.md), so it stands here.
 */
function choiceList(model: Model, operation: Operation, names: readonly string[]): string {
  const { language } = model;
  const schemas = argumentSchemas(model, operation);
  const rows = names.flatMap((name) => {
    const text = oneLine(schemaDoc(schemas.get(name) ?? {}, language));
    return text === '' ? [] : [say(language, 'choice', { name, text })];
  });
  return [say(language, 'oneOf', { names: names.join(say(language, 'comma')) }), ...rows].join('\n');
}

function oneLine(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}

function notes({ language }: Model, { object }: Operation): string {
  const { 'x-page': page, 'x-seat': seat, 'x-status': status } = object;
  const parts = [
    isObject(page) ? `${String(page.title)} (${String(page.id)})` : undefined,
    typeof seat === 'string' && seat !== 'none' && seat !== 'unknown'
      ? say(language, 'seat', { seat })
      : undefined,
    typeof status === 'string' ? say(language, 'status', { status }) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` — ${parts.join(say(language, 'clause'))}`;
}

/** The errors of an operation as a list. An editor shows no text for a name in `.is('…')`, so it stands here. */
function errorList({ language, errors: entries }: Model, { errors }: Operation): string | undefined {
  if (errors.length === 0) return undefined;
  const rows = errors.map(({ name, code }) => {
    const text = oneLine(entries[name]?.[language] ?? '');
    return say(language, text === '' ? 'errorOnly' : 'error', { name, code, text });
  });
  return [say(language, 'errors'), ...rows].join('\n');
}
