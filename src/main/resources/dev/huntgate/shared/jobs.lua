-- What one replica tells of a tenant's jobs, and what it wants to know of them, all at once.
--
-- KEYS: the jobs under way by the end of their owners' leases; those that ended, by when they did;
-- what this store is. Each job is a hash of its own in the same slot, so that it ends by itself:
-- job and state, as JSON that is hardly read here; owner; ended, where it has; looked, when somebody
-- did who does not own it; crashes, how many owners were gone while it was running.
-- ARGV: the step as JSON. All times are milliseconds.

local step = cjson.decode(ARGV[1])
local PENDING, ENDED, ABOUT = KEYS[1], KEYS[2], KEYS[3]

local function text(number)
  return string.format('%.0f', number)
end

local now = step.now
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

local me = step.replica
local reply = {}

local function key(id)
  return step.prefix .. id
end

local function add(list, value)
  reply[list] = reply[list] or {}
  table.insert(reply[list], value)
end

local function publish(word, id)
  redis.call('PUBLISH', step.channel, word .. ' ' .. step.tenant .. ' ' .. (id or ''))
end

local function is_under_way(id)
  redis.call('ZADD', PENDING, text(now + step.lease), id)
  redis.call('PEXPIRE', key(id), text(step.rest))
end

-- Whether a job is this replica's to speak of; says so when it is not.
local function is_mine(id)
  local known = redis.call('HMGET', key(id), 'owner', 'ended', 'state')
  if not known[1] then
    add('missing', id)
  elseif known[2] then
    add('ended', { id = id, state = known[3] })
  elseif known[1] ~= me then
    add('lost', id)
  else
    return true
  end
  return false
end

-- Anew where it is not known; where it was known before, however many there are.
local function put(one)
  if redis.call('HLEN', key(one.id)) > 0 then
    if is_mine(one.id) then
      is_under_way(one.id)
    end
  elseif not one.again and redis.call('ZCARD', PENDING) >= step.most then
    add('full', one.id)
  else
    redis.call('HSET', key(one.id), 'job', one.job, 'state', one.state, 'owner', me)
    is_under_way(one.id)
  end
end

-- The first end stands, whoever brings it.
local function finish(one)
  local known = redis.call('HMGET', key(one.id), 'owner', 'ended', 'state')
  if known[2] then
    if known[3] ~= one.state then
      add('ended', { id = one.id, state = known[3] })
    end
    return
  end
  if not known[1] then
    redis.call('HSET', key(one.id), 'job', one.job, 'owner', me)
  end
  redis.call('HSET', key(one.id), 'state', one.state, 'ended', '1')
  redis.call('PEXPIRE', key(one.id), text(one.keep))
  redis.call('ZREM', PENDING, one.id)
  redis.call('ZADD', ENDED, text(now), one.id)
  publish('ended', one.id)
end

local function drop(id)
  redis.call('DEL', key(id))
  redis.call('ZREM', PENDING, id)
  redis.call('ZREM', ENDED, id)
end

local function drop_old()
  redis.call('ZREMRANGEBYSCORE', ENDED, '-inf', text(now - step.keep))
  local over = redis.call('ZCARD', ENDED) - step.mostEnded
  if over > 0 then
    for _, id in ipairs(redis.call('ZRANGE', ENDED, 0, math.min(over, 1000) - 1)) do
      drop(id)
    end
  end
end

-- Others may have it at once, or not before this time has passed.
local function release(one)
  if is_mine(one.id) then
    redis.call('HSET', key(one.id), 'owner', '')
    redis.call('ZADD', PENDING, text(now + one.wait), one.id)
    if one.wait <= 0 then
      reply.freed = true
    end
    add('released', one.id)
  end
end

local function claim(atMost)
  local ids = redis.call('ZRANGE', PENDING, '-inf', text(now), 'BYSCORE', 'LIMIT', 0, atMost)
  for _, id in ipairs(ids) do
    local known = redis.call('HMGET', key(id), 'job', 'state', 'ended', 'owner', 'crashes')
    if not known[1] or not known[2] then
      drop(id)
    elseif known[3] then
      redis.call('ZREM', PENDING, id)
    else
      local crashes = tonumber(known[5] or 0)
      if known[4] ~= '' and known[4] ~= me and string.find(known[2], '"is":"RUNNING"', 1, true) then
        crashes = redis.call('HINCRBY', key(id), 'crashes', 1)
      end
      redis.call('HSET', key(id), 'owner', me)
      is_under_way(id)
      add('claimed', { id = id, job = known[1], state = known[2], crashes = crashes })
    end
  end
end

local function find(id)
  local known = redis.call('HMGET', key(id), 'job', 'state', 'ended', 'owner', 'looked')
  if not known[1] or not known[2] then
    return
  end
  reply.found = { id = id, job = known[1], state = known[2] }
  if not known[3] and known[4] ~= me and now - tonumber(known[5] or 0) >= step.look then
    redis.call('HSET', key(id), 'looked', text(now))
    publish('looked', id)
  end
end

local function each(list, work)
  for _, one in ipairs(step[list] or {}) do
    work(one)
  end
end

-- A store that was emptied is another one.
local known = redis.call('HMGET', ABOUT, 'life', 'since')
if not known[1] then
  known = { step.newLife, now }
  redis.call('HSET', ABOUT, 'life', step.newLife, 'since', text(now))
end
reply.life = known[1]
reply.age = math.max(0, now - tonumber(known[2]))

each('drop', drop)
each('ends', finish)
each('puts', put)
each('progress', function(one)
  if is_mine(one.id) then
    redis.call('HSET', key(one.id), 'state', one.state)
  end
end)
each('release', release)
each('renew', function(id)
  if is_mine(id) then
    is_under_way(id)
  end
end)
if step.ends then
  drop_old()
end
if step.claim then
  claim(step.claim)
end
if step.find then
  find(step.find)
end
if reply.freed then
  publish('free')
end
for i = 1, #KEYS do
  redis.call('PEXPIRE', KEYS[i], text(step.rest))
end
return cjson.encode(reply)
