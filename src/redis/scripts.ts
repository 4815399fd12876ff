// The windows of one endpoint: a sorted set of calls, scored by the time when they ended, in milliseconds of
// Redis's own clock. A call in flight is scored by the end of its lease, so it counts in every window until
// it has ended, and a call whose process died leaves the windows too.

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local function score(at) return string.format('%.3f', at) end`;

/**
 * Enters a call into all windows, or into none. KEYS: pause, calls. ARGV: id, lease in ms, ms to wait for a
 * place that a call in flight holds, then span and maximum of each window. Returns whether the call entered,
 * the ms to wait, whether that is a pause, and the number of calls in each window.
 */
export const ENTER = `${NOW}
local paused = redis.call('PTTL', KEYS[1])
if paused > 0 then return {0, paused, 1} end
local longest, wait, counts = 0, 0, {}
for at = 4, #ARGV, 2 do
  local span, most = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  local from = '(' .. score(now - span)
  local used = redis.call('ZCOUNT', KEYS[2], from, '+inf')
  counts[#counts + 1] = used
  longest = math.max(longest, span)
  if used >= most then
    local first = redis.call('ZRANGEBYSCORE', KEYS[2], from, '+inf', 'WITHSCORES', 'LIMIT', used - most, 1)
    local ended = tonumber(first[2])
    wait = math.max(wait, ended > now and tonumber(ARGV[3]) or math.ceil(ended + span - now))
  end
end
if wait > 0 then return {0, wait, 0, unpack(counts)} end
if longest > 0 then
  local lease = tonumber(ARGV[2])
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', score(now - longest))
  redis.call('ZADD', KEYS[2], score(now + lease), ARGV[1])
  redis.call('PEXPIRE', KEYS[2], math.ceil(longest + lease))
end
return {1, 0, 0, unpack(counts)}`;

/** Marks a call as ended. KEYS: calls. ARGV: id. */
export const LEAVE = `${NOW}
return redis.call('ZADD', KEYS[1], 'XX', score(now), ARGV[1])`;

/** Restores calls that Redis lost. KEYS: calls. ARGV: longest span and lease in ms, then age in ms and id of each. */
export const RESTORE = `${NOW}
for at = 3, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], score(now - ARGV[at]), ARGV[at + 1])
end
redis.call('PEXPIRE', KEYS[1], math.ceil(ARGV[1] + ARGV[2]))
return #ARGV`;

/** Pauses a class of calls, unless it is already paused for longer. KEYS: pause. ARGV: ms. */
export const PAUSE = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 1`;
