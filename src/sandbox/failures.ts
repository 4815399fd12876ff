import { ErrorCode, type ErrorName } from '../../generated/error-codes.ts';
import { errorTexts } from '../../generated/error-texts.ts';
import type { ChosenError } from './choose-error.ts';
import type { Fault } from './fault.ts';

/** The answer of a documented error, as most endpoints give it: by `errcode`, with the documentation's own words. */
export function failure(name: ErrorName): Response {
  const text = Object.hasOwn(errorTexts, name) ? errorTexts[name]?.[0] : undefined;
  return Response.json({ errcode: ErrorCode[name], errmsg: text ?? name });
}

/** The answer of any code. */
export function failureCode(code: number, message = 'sandbox'): Response {
  return Response.json({ errcode: code, errmsg: message });
}

/**
 * The answer to a faulty argument. The message begins as the documentation's does and says what is wrong; where the
 * operation's page documents no error for it, the header `x-sandbox-assumed` says so.
 */
export function faultAnswer({ name, isDocumented }: ChosenError, { at, wants }: Fault): Response {
  const text = Object.hasOwn(errorTexts, name) ? errorTexts[name]?.[0] : name;
  return Response.json(
    { errcode: ErrorCode[name], errmsg: `${text} (sandbox: ${at} must be ${wants})` },
    { headers: isDocumented ? {} : { 'x-sandbox-assumed': name } },
  );
}

/** The sandbox's own refusal, which Weiban has nothing like: a wrong path, method or scenario. It is no answer of Weiban's, and says so. */
export function refuse(status: number, message: string): Response {
  return Response.json({ sandbox: message }, { status, headers: { 'x-sandbox-refused': 'true' } });
}
