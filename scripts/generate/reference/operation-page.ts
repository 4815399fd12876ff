import type { Model, Operation } from '../../spec/model.ts';
import { isObject } from '../../spec/openapi.ts';
import { isJsonParameter, isRequiredParameter, parameterSchema, planArguments } from '../arguments.ts';
import { adviceCell } from './advice-cell.ts';
import { correctionRows } from './corrections.ts';
import { type FieldRow, fieldRow, fieldRows } from './field-rows.ts';
import { blocks, codeBlock, inlineCode, lineText, page, pageProse, table } from './markdown.ts';
import { methodName, samplesOf } from './samples.ts';

/** The page of one operation. */
export function operationPage(model: Model, operation: Operation): string {
  const { id, object } = operation;
  const title = titleOf(operation);
  const parameters = argumentRows(model, operation);
  const result = fieldRows(model, operation.result);
  const body = blocks(
    `# ${lineText(title)}`,
    lineText(object.summary ?? ''),
    `${inlineCode(operation.method.toUpperCase())} ${inlineCode(operation.path)} ${inlineCode(`weiban.${methodName(operation)}()`)}`,
    object.deprecated === true
      ? '::: warning Deprecated\nThe documentation marks it as deprecated.\n:::'
      : undefined,
    pageProse(object.description ?? ''),
    samples(model, operation),
    '## Parameters',
    parameters.length === 0
      ? 'None.'
      : table(
          ['Name', 'In', 'Type', 'Required', 'About'],
          parameters.map(({ row, at }) => [
            inlineCode(row.path),
            at,
            lineText(row.type),
            row.isRequired ? 'yes' : '',
            about(row),
          ]),
        ),
    eitherOf(operation),
    '## Result',
    result.length === 0
      ? 'Only the code and the message.'
      : table(
          ['Field', 'Type', 'Always present', 'About'],
          result.map((row) => [
            inlineCode(row.path),
            lineText(row.type),
            row.isRequired ? 'yes' : '',
            about(row),
          ]),
        ),
    '## Errors',
    errors(model, operation),
    '## Limits, safety, licence',
    conditions(model, operation),
    '## Evidence',
    evidence(model, operation, [...parameters.map(({ row }) => row), ...result]),
  );
  return page({ title: `${title} ${id}`, description: object.summary ?? '', outline: 2 }, body);
}

/** The title of an operation: that of its page in the documentation, otherwise its summary or its id. */
export function titleOf({ object, id }: Operation): string {
  const source = object['x-page'];
  const title = isObject(source) && typeof source.title === 'string' ? source.title : undefined;
  return title ?? object.summary ?? id;
}

function samples(model: Model, operation: Operation): string {
  const { typescript, curl, command } = samplesOf(model, operation);
  const code = [codeBlock('ts [TypeScript]', typescript), codeBlock('sh [curl]', curl)];
  return blocks('::: code-group', ...code, codeBlock('sh [weiban call]', command), ':::');
}

function argumentRows(model: Model, operation: Operation): { row: FieldRow; at: string }[] {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const ofParameters = parameters.flatMap((parameter) => {
    const schema = parameterSchema(parameter);
    const { key, name, in: place } = parameter;
    const at = `${place}${key === name ? '' : ` ${name}`}${isJsonParameter(parameter) ? ', as JSON' : ''}`;
    // Corrections of a parameter are on the parameter itself, not on its schema.
    const merged = { ...schema, ...pick(parameter, 'x-corrects') };
    const row = fieldRow(model, parameter.key, merged, isRequiredParameter(parameter));
    return [{ row, at }];
  });
  const body = bodyFields ?? (wholeBody && { properties: { body: wholeBody }, required: ['body'] });
  return [...ofParameters, ...fieldRows(model, body).map((row) => ({ row, at: 'body' }))];
}

function pick(object: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return key in object ? { [key]: object[key] } : {};
}

function about({ notes }: FieldRow): string {
  return notes.map(lineText).join('<br>');
}

function eitherOf({ object }: Operation): string | undefined {
  const names = object['x-oneOf-required'];
  if (!Array.isArray(names)) return undefined;
  return `At least one of ${names.map((name) => inlineCode(String(name))).join(', ')} is required.`;
}

function errors(model: Model, operation: Operation): string {
  const rows = operation.errors.map(({ name, code }) => {
    const { zh = '', en = '', advice = '', advice_zh } = model.errors[name] ?? {};
    return [
      inlineCode(String(code)),
      inlineCode(name),
      lineText(zh),
      lineText(en),
      adviceCell(advice_zh, advice),
    ];
  });
  const everywhere =
    'Any operation may also answer with the [errors that are common to all](/errors#common).';
  return blocks(
    rows.length === 0 ? 'The documentation lists no errors for this operation.' : undefined,
    table(['Code', 'Name', '中文', 'What it means', 'What to do 建议'], rows),
    everywhere,
  );
}

const SAFETY = {
  read: 'changes nothing, so the client sends it again after a failure',
  idempotent: 'has the same effect if it is sent twice, so the client sends it again after a failure',
  write: 'is sent again only if the server certainly did not act on it',
};

function conditions(model: Model, { safety, limit, object, envelope, pagination }: Operation): string {
  const limits = isObject(model.document['x-limits']) ? model.document['x-limits'] : {};
  const windows = isObject(limits.windows) && isObject(limits.windows[limit]) ? limits.windows[limit] : {};
  const counts = Object.entries(windows).map(([window, most]) => `${String(most)} per ${window}`);
  const items = [
    `Safety: ${safety}, ${SAFETY[safety]}.`,
    typeof object['x-safety-because'] === 'string' ? `Why: ${object['x-safety-because']}` : undefined,
    `Limit: ${limit}${counts.length > 0 ? `, ${counts.join(', ')}` : ''}.`,
    typeof object['x-seat'] === 'string' ? `Licence (seat): ${object['x-seat']}.` : undefined,
    typeof object['x-status'] === 'string' ? `Status: ${object['x-status']}.` : undefined,
    envelope === undefined ? undefined : `Envelope: ${envelope.name}.`,
    pagination === undefined
      ? undefined
      : `Pages by ${pagination.style}; the rows are in \`${String(pagination.items)}\`.`,
    ...batches(object['x-batch']),
  ];
  return items
    .filter((item) => item !== undefined)
    .map((item) => `- ${lineText(item)}`)
    .join('\n');
}

function batches(written: unknown): string[] {
  return [written ?? []]
    .flat()
    .filter(isObject)
    .map(
      ({ argument, max }) =>
        `\`${String(argument)}\` holds up to ${String(max)} items a call; the client's \`.batches()\` sends a longer list.`,
    );
}

function evidence(model: Model, operation: Operation, fields: readonly FieldRow[]): string {
  const source = operation.object['x-page'];
  const from = isObject(source)
    ? `From the page “${lineText(String(source.title))}” (${inlineCode(String(source.id))}), modified: ${lineText(String(source.modified))}.`
    : 'Its page in the documentation is not known.';
  const rows = correctionRows(model, operation, fields).map(({ place, what, documented, because }) => [
    inlineCode(place),
    lineText(what),
    inlineCode(documented),
    lineText(because),
  ]);
  return blocks(
    from,
    rows.length > 0
      ? 'The specification departs from that page:'
      : 'The specification agrees with that page.',
    table(['Where', 'What', 'The page says', 'Why it differs here'], rows),
  );
}
