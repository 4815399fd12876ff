import { ErrorCode, type ErrorName } from '../../generated/error-codes.ts';
import { errorTexts } from '../../generated/error-texts.ts';
import type { ChosenError } from './choose-error.ts';
import type { Fault } from './fault.ts';

/** The answer of a documented error in the usual form: `errcode`, with the text of the documentation. */
export function failure(name: ErrorName): Response {
  const text = Object.hasOwn(errorTexts, name) ? errorTexts[name]?.[0] : undefined;
  return Response.json({ errcode: ErrorCode[name], errmsg: text ?? name });
}

/** An answer with any code. */
export function failureCode(code: number, message = 'sandbox'): Response {
  return Response.json({ errcode: code, errmsg: message });
}

/**
 * The answer to a faulty argument. The message starts with the documented text and says what is wrong. If the
 * operation's page documents no error for the fault, the header `x-sandbox-assumed` says so.
 */
export function faultAnswer({ name, isDocumented }: ChosenError, { at, wants }: Fault): Response {
  const text = Object.hasOwn(errorTexts, name) ? errorTexts[name]?.[0] : name;
  return Response.json(
    { errcode: ErrorCode[name], errmsg: `${text} (sandbox: ${at} must be ${wants})` },
    { headers: isDocumented ? {} : { 'x-sandbox-assumed': name } },
  );
}

/** A refusal of the sandbox itself, for a wrong path, method or scenario. It does not look like an answer of Weiban. */
export function refuse(status: number, message: string): Response {
  return Response.json({ sandbox: message }, { status, headers: { 'x-sandbox-refused': 'true' } });
}
