// What Redis keeps for one company, all of it under the prefix and by Redis's own clock, in milliseconds:
//
// - the marker, `<created>:<random>`: set by the first process, so a marker that is missing or has changed means that
//   keys were lost;
// - calls in flight: a sorted set, scored by the end of their lease, so the place of a process that died becomes free;
// - the calls of one endpoint: a sorted set, scored by the time when they ended. A call in flight is scored by the end
//   of its lease, so it counts in every window until it has ended;
// - pauses.
//
// The first write of a script is one that a Redis that is out of memory refuses, so nothing is half done.

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local function score(at) return string.format('%.3f', at) end`;

// Long enough for a job that runs once a month.
const KEEP_MARKER_MS = 35 * 86_400_000;

const MARKER = `
local function newMarker(random)
  local marker = string.format('%.0f:%s', now, random)
  redis.call('SET', KEYS[1], marker, 'PX', ${KEEP_MARKER_MS})
  return marker
end`;

/**
 * Enters a call into the places in flight and all windows, or into none. KEYS: marker, pause, calls, in flight.
 * ARGV: id, lease in ms, ms to wait for a place that a call in flight holds, known marker or '', ms for which nobody
 * enters an empty Redis, places, then span and maximum of each window. Returns the outcome (see `SharedEntry`), the ms
 * to wait, the marker, and the number of calls in each window.
 */
export const ENTER = `${NOW}${MARKER}
local id, lease, soon, known, quiet = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])
local marker = redis.call('GET', KEYS[1])
if marker ~= known and known ~= '' then return {'lost', 0, ''} end
if not marker then marker = newMarker(id) end
if known == '' then
  local rest = tonumber(string.match(marker, '^%d+') or '0') + quiet - now
  if rest > 0 then return {'empty', math.ceil(math.min(rest, quiet)), marker} end
end
local paused = redis.call('PTTL', KEYS[2])
if paused > 0 then return {'paused', paused, marker} end

-- A lease that ends later than a new one dates from before Redis's clock was set back.
local function mend(key, to)
  for _, ahead in ipairs(redis.call('ZRANGEBYSCORE', key, '(' .. score(now + lease), '+inf')) do
    redis.call('ZADD', key, score(to), ahead)
  end
end
mend(KEYS[3], now)
mend(KEYS[4], now + lease)

local longest, wait, counts = 0, 0, {}
for at = 7, #ARGV, 2 do
  local span, most = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  local from = '(' .. score(now - span)
  local used = redis.call('ZCOUNT', KEYS[3], from, '+inf')
  counts[#counts + 1] = used
  longest = math.max(longest, span)
  if used >= most then
    local first = redis.call('ZRANGEBYSCORE', KEYS[3], from, '+inf', 'WITHSCORES', 'LIMIT', used - most, 1)
    local ended = tonumber(first[2])
    wait = math.max(wait, ended > now and soon or math.ceil(ended + span - now))
  end
end
if wait > 0 then return {'full', wait, marker, unpack(counts)} end
if redis.call('ZCOUNT', KEYS[4], '(' .. score(now), '+inf') >= tonumber(ARGV[6]) then
  return {'busy', 0, marker, unpack(counts)}
end

redis.call('ZADD', KEYS[4], score(now + lease), id)
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', score(now))
redis.call('PEXPIRE', KEYS[4], lease)
if longest > 0 then
  redis.call('ZADD', KEYS[3], score(now + lease), id)
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', score(now - longest))
  redis.call('PEXPIRE', KEYS[3], math.ceil(longest + lease))
end
redis.call('PEXPIRE', KEYS[1], ${KEEP_MARKER_MS})
return {'in', 0, marker, unpack(counts)}`;

/**
 * Gives a call's place back, and marks the call as ended in the windows, or removes it if it was not sent. KEYS: calls,
 * in flight. ARGV: id, 1 if the call was sent, longest span and lease in ms.
 */
export const LEAVE = `${NOW}
redis.call('ZREM', KEYS[2], ARGV[1])
if ARGV[2] ~= '1' then return redis.call('ZREM', KEYS[1], ARGV[1]) end
redis.call('ZADD', KEYS[1], 'XX', score(now), ARGV[1])
return redis.call('PEXPIRE', KEYS[1], math.ceil(ARGV[3] + ARGV[4]))`;

/**
 * Restores calls that Redis may have lost, and the marker. KEYS: marker, calls, in flight. ARGV: random, longest span
 * and lease in ms, then age in ms (-1 in flight) and id of each call. Returns the marker.
 */
export const RESTORE = `${NOW}${MARKER}
local lease = tonumber(ARGV[3])
local marker = redis.call('GET', KEYS[1]) or newMarker(ARGV[1])
for at = 4, #ARGV, 2 do
  local age, id = tonumber(ARGV[at]), ARGV[at + 1]
  redis.call('ZADD', KEYS[2], score(age < 0 and now + lease or now - age), id)
  if age < 0 then redis.call('ZADD', KEYS[3], score(now + lease), id) else redis.call('ZREM', KEYS[3], id) end
end
redis.call('PEXPIRE', KEYS[2], math.ceil(ARGV[2] + lease))
redis.call('PEXPIRE', KEYS[3], lease)
return marker`;

/**
 * Checks that Redis takes writes and that keys are still there. KEYS: marker, a key to write, then any others. Returns
 * the marker or '', and how many others exist.
 */
export const CHECK = `
redis.call('SET', KEYS[2], '1', 'PX', 60000)
local others = #KEYS > 2 and redis.call('EXISTS', unpack(KEYS, 3)) or 0
return {redis.call('GET', KEYS[1]) or '', others}`;

/** Pauses a class of calls, unless it is already paused for longer. KEYS: pause. ARGV: ms. */
export const PAUSE = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 1`;

/** Deletes a key, unless it has another value by now. KEYS: key. ARGV: value. */
export const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** Prolongs a lock, unless another process holds it by now. KEYS: lock. ARGV: value, lease in ms. */
export const RENEW = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0`;
