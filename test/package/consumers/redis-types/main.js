// The package finds its dependency, and the optional peers that are installed here.
import assert from 'node:assert/strict';
import { createWeiban } from 'weiban-openapi';
import { createRedisGate } from 'weiban-openapi/redis';

assert.equal(typeof createWeiban({ corpId: 'corp', secret: 'secret' }).http.GET, 'function');
assert.equal(typeof createRedisGate, 'function');
