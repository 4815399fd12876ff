// Error codes by name, and the error texts. Not part of the core, to keep it small.
export * from '../generated/error-codes.ts';
export { describeError, type ErrorText } from './base/describe-error.ts';
