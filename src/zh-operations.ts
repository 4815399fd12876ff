// `weiban-openapi/zh/operations`: the code of `weiban-openapi/operations`, whose types are in Chinese once built (zh.ts).
export type * from '../generated/client.ts';
export * from '../generated/functions.ts';
export * from './operations.ts';
