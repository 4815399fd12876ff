// Compiles only if the package's types and this project use the same ioredis.
import { Redis } from 'ioredis';
import { createWeiban, type Weiban } from 'weiban-openapi';
import { createRedisGate, createRedisStore } from 'weiban-openapi/redis';

export function createSharedClient(redisUrl: string): Weiban {
  const redis = new Redis(redisUrl);
  return createWeiban({
    tokens: createRedisStore(redis),
    gate: createRedisGate(redis, { processes: 4 }),
  });
}
