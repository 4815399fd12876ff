import { createWeiban } from 'weiban-openapi';

export const read = (options, params) => createWeiban(options).opportunity.one(params);
