import { errorTexts } from '../../generated/error-texts.ts';
import { envelopes } from '../../generated/operations.ts';
import type { ChosenError } from './choose-error.ts';
import type { Fault } from './fault.ts';
import { type AnyError, codeOf } from './known-errors.ts';

const TEXTS: Readonly<Record<string, readonly string[]>> = errorTexts;
const USUAL = Object.values(envelopes)[0];

/** The answer of a documented error in the usual form, with the text of the documentation. */
export function failure(name: AnyError): Response {
  return failureCode(codeOf(name) ?? Number(name), textOf(name));
}

/** An answer with any code: in the usual envelope, or as an HTTP status if the specification has none. */
export function failureCode(
  code: number,
  message = 'sandbox',
  headers: Record<string, string> = {},
): Response {
  const isStatus = code >= 400 && code <= 599;
  if (!USUAL) return Response.json({ message }, { status: isStatus ? code : 400, headers });
  const [codeField, messageField, , flag] = USUAL;
  const body = { [codeField]: code, [messageField]: message, ...(flag && { [flag]: false }) };
  return Response.json(body, { headers, ...(isStatus && { status: code }) });
}

/**
 * The answer to a faulty argument. The message starts with the documented text and says what is wrong. If the
 * operation's page documents no error for the fault, the header `x-sandbox-assumed` says so. The sandbox refuses the call
 * itself if the specification has no error at all for such faults.
 */
export function faultAnswer({ name, isDocumented }: ChosenError, { at, wants }: Fault): Response {
  const code = codeOf(name);
  const why = `sandbox: ${at} must be ${wants}`;
  if (code === undefined) return refuse(400, why);
  return failureCode(code, `${textOf(name)} (${why})`, isDocumented ? {} : { 'x-sandbox-assumed': name });
}

function textOf(name: AnyError): string {
  return (Object.hasOwn(TEXTS, name) ? TEXTS[name]?.[0] : undefined) ?? name;
}

/** A refusal of the sandbox itself, for a wrong path, method or scenario. It does not look like an answer of Weiban. */
export function refuse(status: number, message: string): Response {
  return Response.json({ sandbox: message }, { status, headers: { 'x-sandbox-refused': 'true' } });
}
