import { createWeiban } from 'weiban-openapi';
import { makeCalls } from './calls.js';

// One client for all requests of an isolate, created by the first of them.
let shared;

export default {
  async fetch(request, env) {
    const options = {
      baseUrl: env.WEIBAN_URL,
      corpId: env.WEIBAN_CORP_ID,
      secret: env.WEIBAN_SECRET,
      redirectUrl: env.REDIRECT_URL,
    };
    try {
      if (new URL(request.url).pathname === '/') return new Response(await makeCalls(options));
      shared ??= createWeiban(options);
      const { opportunity } = await shared.opportunity.one({ serial_number: 'SJ20240305' });
      return new Response(opportunity.name);
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};
