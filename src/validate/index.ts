// weiban-openapi/validate: compares answers with the specification, in a client or on their own. Validators
// load when needed.
export type { AnswerObserver, ObservedAnswer } from '../base/observer.ts';
export { type AssertOptions, assertAnswer } from './assert-answer.ts';
export { checkAnswer } from './check-answer.ts';
export { describeReport } from './describe-report.ts';
export type { OperationId } from './load-validator.ts';
export { isMismatch, type MismatchError } from './mismatch.ts';
export type { AnswerReport, Departure, DepartureKind } from './report.ts';
export { type ValidateMode, type ValidateOptions, validateAnswers } from './validate-answers.ts';
