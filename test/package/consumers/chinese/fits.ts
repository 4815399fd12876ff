// Values of the English and the Chinese entries fit each other.
import type * as english from 'weiban-openapi';
import type * as englishErrors from 'weiban-openapi/errors';
import * as englishFunctions from 'weiban-openapi/operations';
import type * as chinese from 'weiban-openapi/zh';
import type * as chineseErrors from 'weiban-openapi/zh/errors';
import * as chineseFunctions from 'weiban-openapi/zh/operations';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;

declare const englishClient: english.Weiban;
declare const chineseClient: chinese.Weiban;
export const toEnglish: english.Weiban = chineseClient;
export const toChinese: chinese.Weiban = englishClient;
export const errors: Same<english.WeibanError, chinese.WeibanError> = true;
export const options: Same<english.WeibanOptions, chinese.WeibanOptions> = true;
export const calls: Same<english.CallOptions, chinese.CallOptions> = true;
export const names: Same<english.ErrorName, chinese.ErrorName> = true;

// The same names are exported, as types say and as they run.
export const entry: Same<keyof typeof english, keyof typeof chinese> = true;
export const functions: Same<keyof typeof englishFunctions, keyof typeof chineseFunctions> = true;
export const codes: Same<keyof typeof englishErrors, keyof typeof chineseErrors> = true;

export const toEnglishFunction: typeof englishFunctions.opportunityOne = chineseFunctions.opportunityOne;
export const toChineseFunction: typeof chineseFunctions.opportunityOne = englishFunctions.opportunityOne;
export const errorCodes: Same<typeof englishErrors.ErrorCode, typeof chineseErrors.ErrorCode> = true;
