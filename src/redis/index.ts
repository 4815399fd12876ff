// One token and one set of limits for all processes of a company, through Redis. Needs ioredis and redis-semaphore
// beside this package.
export { createRedisGate, type RedisGateOptions } from './redis-gate.ts';
export { createRedisStore, type RedisStoreOptions } from './redis-store.ts';
