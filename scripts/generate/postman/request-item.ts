import { STATUS_CODES } from 'node:http';
import { exactJson } from '../../kit/exact-json.ts';
import { successAnswer } from '../../spec/bundle.ts';
import { type Model, type Operation, resolve } from '../../spec/model.ts';
import { operationDescription } from '../operation-description.ts';
import { type RecordedAnswer, recordedAnswer } from '../recorded-answer.ts';
import { sampleValue } from '../sample-value.ts';
import { shortenLists } from '../shorten-lists.ts';
import { say } from '../words.ts';
import { postmanRequest, requestParts, sentParts } from './request-parts.ts';
import { tokenScript } from './token-script.ts';

/** The request of an operation, with an example of its answer. */
export function requestItem(
  model: Model,
  operation: Operation,
  recordings: readonly RecordedAnswer[],
): object {
  const parts = requestParts(model, operation);
  const event = tokenScript(model, operation);
  const { answer } = operation;
  const body = exampleAnswer(model, operation, recordings);
  return {
    name: requestName(operation),
    // `newman run --folder <operationId>` sends one request.
    id: operation.id,
    ...(event.length > 0 && { event }),
    request: postmanRequest(parts, describe(model, operation)),
    response:
      body === undefined
        ? []
        : [
            {
              name: say(model.language, 'exampleAnswer'),
              originalRequest: postmanRequest(sentParts(parts)),
              status: STATUS_CODES[answer.status] ?? '',
              code: answer.status,
              _postman_previewlanguage: 'json',
              header: [{ key: 'Content-Type', value: 'application/json' }],
              cookie: [],
              body: exactJson(body, 2),
            },
          ],
  };
}

/** The name of a request: the summary without the full stop. */
export function requestName({ object, id }: Operation): string {
  return object.summary?.trim().replace(/[.。]$/, '') || id;
}

/** The description of the operation and of its body's fields, for which a collection has no place of their own. */
function describe(model: Model, operation: Operation): string | undefined {
  const { language, document } = model;
  const schema = resolve(document, operation.body?.schema);
  const rows = Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const isRequired = schema?.required?.includes(name) === true;
    const { description = '' } = { ...resolve(document, property), ...property };
    const text = `${isRequired ? say(language, 'required') : ''}${description}`.trim();
    return say(language, 'choice', { name, text });
  });
  const fields = rows.length === 0 ? [] : [[say(language, 'bodyFields'), ...rows].join('\n')];
  const text = [operationDescription(model, operation) ?? [], ...fields].flat().join('\n\n');
  return text === '' ? undefined : text;
}

/** A recorded answer, or else a sample of its form; lists have one item. Undefined for an answer that is not JSON. */
function exampleAnswer(model: Model, operation: Operation, recordings: readonly RecordedAnswer[]): unknown {
  if (operation.answer.kind !== 'json') return undefined;
  const recorded = recordedAnswer(recordings, operation.id);
  if (recorded !== undefined) return shortenLists(recorded.response.body);
  const sample = sampleValue(model, successAnswer(model, operation));
  const message = operation.envelope?.envelope.message;
  const isShown = message !== undefined && Object.hasOwn(Object(sample), message);
  return isShown ? { ...Object(sample), [message]: 'ok' } : sample;
}
