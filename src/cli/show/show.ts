import { limits } from '../../../generated/operations.ts';
import { tokenOperation } from '../../../generated/profile.ts';
import { printable } from '../../base/printable.ts';
import { type DescribedOperation, describeOperation, schemaFields, typeWord } from '../../catalogue/index.ts';
import type { Context, Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import type { MessageName } from '../messages/say.ts';
import { jsonText } from '../output/json.ts';
import { table } from '../output/table.ts';
import { requireOperation } from '../require-operation.ts';
import { exampleCall } from './example-call.ts';
import { describeValue, isTime } from './facts-text.ts';
import { schemaTree } from './schema-tree.ts';

/** `weiban show`: prints an operation with everything on the vendor's page and everything else that is known. */
export const show: Run = async (context, { words: [name = ''], flags }) => {
  const { stdout } = context;
  const described = describeOperation(requireOperation(name), context.language);
  if (flags.output === 'json') stdout.write(jsonText(described));
  else stdout.write(sections(context, described).filter(Boolean).join('\n'));
  return exitCode('ok');
};

function sections(context: Context, described: DescribedOperation): string[] {
  const { say } = context;
  const { name, parameters, oneOfRequired, summary, title, description } = described;
  const call =
    described.operationId === tokenOperation ? 'weiban token' : exampleCall(name, parameters, oneOfRequired);
  const part = (heading: MessageName, text: string) => (text === '' ? '' : `${say(heading)}\n${text}`);
  return [
    `${name}  ${described.method} ${described.path}\n${printable([title, summary].filter(Boolean).join(' — '))}\n`,
    printable(description && `${description}\n`),
    factTable(context, described),
    part('sectionParameters', parameterTable(context, described)),
    oneOfRequired ? `${say('oneOf', { anyOf: oneOfRequired.join(', ') })}\n` : '',
    part('sectionResult', resultTable(context, described)),
    part('sectionErrors', errorTable(context, described)),
    part('sectionCall', `${printable(call)}\n`),
  ];
}

function parameterTable(context: Context, { parameters }: DescribedOperation): string {
  const { say, stdout } = context;
  if (parameters.length === 0) return '';
  const heading = [say('columnName'), say('columnType'), say('columnPlace'), say('columnMeaning')];
  const rows = parameters.map(({ name, isRequired, schema, place, description, facts }) => [
    `--${name}${isRequired ? ' *' : ''}`,
    typeWord(schema),
    place,
    describeValue(context, description, facts),
  ]);
  const dates = parameters.some(({ facts }) => isTime(facts)) ? `${say('datesText')}\n` : '';
  return table(heading, rows, stdout.columns, 'wrap') + dates;
}

function resultTable(context: Context, { result }: DescribedOperation): string {
  const { say, stdout, language } = context;
  const tree = schemaTree(context, schemaFields(result, language));
  if (tree.length === 0) return `${say('emptyResult')}\n`;
  const rows = tree.map((line) => [line.name, line.type, line.text]);
  return table([say('columnName'), say('columnType'), say('columnMeaning')], rows, stdout.columns, 'wrap');
}

function errorTable({ say, stdout, language }: Context, { errors }: DescribedOperation): string {
  if (errors.length === 0) return '';
  const rows = errors.map(({ code, name, zh, en }) => [String(code), name, language === 'zh' ? zh : en]);
  return table([say('columnCode'), say('columnName'), say('columnMeaning')], rows, stdout.columns, 'wrap');
}

function factTable({ say }: Context, described: DescribedOperation): string {
  const { category, page, seat, safety, limit, status, envelope, paging, corrections } = described;
  const [code = '', message = '', ok = []] = envelope.fields ?? [];
  const { minute, hour } = Object(Object(limits.windows)[limit]);
  const facts: [MessageName, string | undefined][] = [
    ['factCategory', `${category.title} (${category.name})`],
    ['factSafety', say(safetyMessage(safety))],
    ['factEffect', effectText(say, described)],
    ['factLimit', minute && hour && say('limitText', { kind: limit, minute, hour })],
    ['factSeat', seat],
    ['factStatus', status],
    ['factEnvelope', envelope.fields && say('envelopeText', { code, message, ok: ok.join(', ') })],
    [
      'factPaging',
      paging && say('pagingText', { style: paging.style, size: paging.size, items: paging.items }),
    ],
    ['factPage', page && [page.url ?? page.id, page.modified].filter(Boolean).join(', ')],
    ['factCorrections', say('correctionsText', { count: corrections })],
  ];
  const lines = facts.flatMap(([name, text]) => (text ? [`${say(name)}: ${printable(text)}`] : []));
  return `${lines.join('\n')}\n`;
}

/** What a call that deletes or sends does, and why it counts as that; silent about other calls. */
function effectText(
  say: Context['say'],
  { effect, effectBecause = '' }: DescribedOperation,
): string | undefined {
  if (effect !== 'delete' && effect !== 'send') return undefined;
  return [say(`effect_${effect}`), effectBecause.trim()].filter(Boolean).join('. ');
}

function safetyMessage(safety: string): MessageName {
  return safety === 'read' ? 'safety_read' : safety === 'idempotent' ? 'safety_idempotent' : 'safety_write';
}
