// The codes by name and the texts; apart from the core, which does without their weight.
export * from '../generated/error-codes.ts';
export { describeError, type ErrorText } from './base/describe-error.ts';
