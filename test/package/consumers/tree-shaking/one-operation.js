import { createCaller, opportunityOne } from 'weiban-openapi/operations';

export const read = (options, params) => opportunityOne(createCaller(options), params);
