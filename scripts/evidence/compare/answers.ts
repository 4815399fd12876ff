import type { Envelope } from '../../spec/openapi.ts';
import type { FactContent, FactField, FactPage } from '../facts/facts.ts';
import { resultOf } from '../facts/result.ts';
import { compareContent } from './content.ts';
import { type Comparing, recordMissing, recordUndocumented } from './fields.ts';
import type { Operation } from './operations.ts';

/** What an answer is taken apart by. */
export interface AnswerForm {
  /** The envelope of the operation; undefined if the HTTP status decides. */
  readonly envelope: Envelope | undefined;
  /** Top-level field names that belong to an envelope. */
  readonly ignored: ReadonlySet<string>;
}

/** Compares every answer that a page shows: the successful one, and those with other statuses. */
export function compareAnswers(comparing: Comparing, operation: Operation, form: AnswerForm): void {
  const page = operation.facts?.page;
  if (page === undefined) return;
  const status = page.response_status;
  if (status !== undefined && answerAt(operation, status) === undefined)
    recordStatus(comparing, operation, status);
  compareAnswer(comparing, operation, form, {
    where: 'answer',
    content: page.response,
    schema: operation.answer,
  });
  compareOthers(comparing, operation, form, page);
}

function compareOthers(comparing: Comparing, operation: Operation, form: AnswerForm, page: FactPage): void {
  const documented = Object.entries(page.other_responses ?? {}).filter(
    ([status]) => form.envelope === undefined || status.startsWith('2') || operation.answers.has(status),
  );
  const reached = new Set<string | undefined>([successOf(operation)]);
  for (const [status, content] of documented) {
    const key = answerAt(operation, status);
    reached.add(key);
    if (key === undefined) recordStatus(comparing, operation, status);
    else
      compareAnswer(comparing, operation, form, {
        where: `answer(${status})`,
        content,
        schema: operation.answers.get(key),
      });
  }
  // Where an envelope says what failed, the HTTP status says nothing.
  if (form.envelope !== undefined || page.other_responses === undefined) return;
  for (const [status, schema] of operation.answers)
    if (!reached.has(status) && schema !== undefined)
      recordUndocumented(comparing, { where: `answer(${status})`, holders: [schema] });
}

/** The response that a status gets: its own, that of its kind (`4XX`), or `default`. */
function answerAt({ answers }: Operation, status: string): string | undefined {
  return [status, `${status[0]}XX`, 'default'].find((key) => answers.has(key));
}

function successOf({ answers }: Operation): string | undefined {
  return answers.has('200') ? '200' : [...answers.keys()].find((status) => status.startsWith('2'));
}

function compareAnswer(
  comparing: Comparing,
  { located }: Operation,
  { envelope, ignored }: AnswerForm,
  {
    where,
    content,
    schema,
  }: { where: string; content: FactContent | undefined; schema: Operation['answer'] },
): void {
  const { content: result, beside } = resultOf(content ?? {}, envelope);
  for (const field of beside)
    recordBeside(comparing, located, { where: `${where} ${field.name}`, field, beside });
  // Within the field of the result, nothing belongs to the envelope.
  const own = result === content || content === undefined ? ignored : NOTHING;
  compareContent(comparing, { content: result, schema, holder: located, where, ignored: own });
}

const NOTHING: ReadonlySet<string> = new Set();

function recordBeside(
  comparing: Comparing,
  at: Operation['located'],
  { where, field, beside }: { where: string; field: FactField; beside: readonly FactField[] },
): void {
  const omission = comparing.reasoned.omissionsOn(at).find(({ name }) => name === field.name);
  const missing = { field, siblings: beside, parents: [], isInEnvelope: true };
  recordMissing(comparing, { where, at, omission, missing });
}

/** Records a status that the specification does not have. */
function recordStatus(comparing: Comparing, { located }: Operation, status: string): void {
  const omission = comparing.reasoned.omissionsOn(located).find(({ name }) => name === status);
  const field = { name: status, type: 'object' };
  const missing = { field, siblings: [field], parents: [] };
  recordMissing(comparing, { where: `answer(${status})`, at: located, omission, missing });
}
