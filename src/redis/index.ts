// One token, one set of limits and one memory of handled messages for all processes of a company, through Redis. Needs
// ioredis and redis-semaphore beside this package.
export { createRedisGate, type RedisGateOptions } from './redis-gate.ts';
export { createRedisReplayStore, type RedisReplayOptions } from './redis-replay-store.ts';
export { createRedisStore, type RedisStoreOptions } from './redis-store.ts';
