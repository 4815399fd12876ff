// One token, one set of limits and one record of handled messages for all processes of a company, through
// Redis. Needs the package ioredis.
export { createRedisGate, type RedisGateOptions } from './redis-gate.ts';
export { createRedisReplayStore, type RedisReplayOptions } from './redis-replay-store.ts';
export { createRedisStore, type RedisStoreOptions } from './redis-store.ts';
