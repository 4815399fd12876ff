// `weiban-openapi/zh/errors`: the code of `weiban-openapi/errors`, whose types are in Chinese once built (zh.ts).
export * from '../generated/error-codes.ts';
export * from './errors.ts';
