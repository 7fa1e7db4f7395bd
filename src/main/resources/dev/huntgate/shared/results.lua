-- Which results are kept for a tenant, and how much they take.
--
-- KEYS: the index by expiry, the sizes, the results of equal hunts. ARGV: "keep" with the id, its
-- bytes, when it arrived, for how long it is kept (ms) and how much all may take; or "purge". The
-- last argument is what the names of results begin with: all are in the tenant's slot.

local INDEX, SIZES, HUNT = KEYS[1], KEYS[2], KEYS[3]
local prefix = ARGV[#ARGV]

local function forget(id)
  local bytes = tonumber(redis.call('HGET', SIZES, id) or 0)
  redis.call('ZREM', INDEX, id)
  redis.call('HDEL', SIZES, id)
  redis.call('DEL', prefix .. id)
  return tonumber(redis.call('HINCRBY', SIZES, 'total', string.format('%.0f', -bytes)))
end

local function keep(id, bytes, arrived, life, most)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  for _, old in ipairs(redis.call('ZRANGEBYSCORE', INDEX, '-inf', string.format('%.0f', now))) do
    forget(old)
  end
  local total = tonumber(redis.call('HGET', SIZES, 'total') or 0)
  while total + bytes > most do
    local next = redis.call('ZRANGE', INDEX, 0, 0)[1]
    if not next then
      break
    end
    total = forget(next)
  end
  redis.call('ZADD', INDEX, string.format('%.0f', now + life), id)
  redis.call('HSET', SIZES, id, string.format('%.0f', bytes))
  redis.call('HINCRBY', SIZES, 'total', string.format('%.0f', bytes))
  redis.call('ZADD', HUNT, string.format('%.0f', arrived), id)
  -- Older ones that are gone would else stay listed for as long as the hunt is run again.
  for _, old in ipairs(redis.call('ZRANGE', HUNT, 0, -2)) do
    if not redis.call('ZSCORE', INDEX, old) then
      redis.call('ZREM', HUNT, old)
    end
  end
  redis.call('PEXPIRE', prefix .. id, string.format('%.0f', life))
  for _, key in ipairs(KEYS) do
    if redis.call('PTTL', key) < life then
      redis.call('PEXPIRE', key, string.format('%.0f', life))
    end
  end
  return {}
end

local function purge()
  local ids = redis.call('ZRANGE', HUNT, 0, -1)
  local there = {}
  for _, id in ipairs(ids) do
    if redis.call('ZSCORE', INDEX, id) then
      there[#there + 1] = id
    end
    forget(id)
  end
  redis.call('DEL', HUNT)
  return there
end

if ARGV[1] == 'purge' then
  return purge()
end
return keep(ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]))
