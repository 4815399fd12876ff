// Bun and Deno: both forms of the package.
import { createRequire } from 'node:module';
import process from 'node:process';
import { isWeibanError } from 'weiban-openapi';
import { makeCalls } from './calls.js';

const { WEIBAN_URL: baseUrl, REDIRECT_URL: redirectUrl } = process.env;
const summary = await makeCalls({ baseUrl, redirectUrl });

const required = createRequire(import.meta.url)('weiban-openapi');
const { error } = await required.createWeiban({ baseUrl }).opportunity.one({ id: 'no-such-id' }).result();
if (!isWeibanError(error)) throw new Error(`the CommonJS form answers ${error}`);
console.log(summary);
