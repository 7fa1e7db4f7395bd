-- Windows: dev.huntgate.budget's Gauge, CallLog and TimeLog.

local function step_at(log, time)
  return math.floor(time / log.step)
end

local function amounts(log, from, to)
  local missing = {}
  for at = from, to do
    if log.known[at] == nil then
      missing[#missing + 1] = string.format('%.0f', at)
    end
  end
  if #missing > 0 then
    local found = redis.call('HMGET', log.key, unpack(missing))
    for i = 1, #missing do
      log.known[tonumber(missing[i])] = tonumber(found[i] or 0)
    end
  end
end

-- Drops the steps that have begun.
local function open_time(key, length)
  local log = { key = key, length = length, step = math.max(1, math.floor(length / 1000)) }
  log.known = {}
  local current = step_at(log, now) + 1
  local kept = redis.call('HMGET', key, 'first', 'total')
  local first = tonumber(kept[1] or current)
  log.total = tonumber(kept[2] or 0)
  log.first = math.max(first, current)
  if current - first > math.floor(length / log.step) + 2 then
    redis.call('DEL', key)
    log.total = 0
  elseif first < current then
    for from = first, current - 1, 500 do
      local to = math.min(from + 499, current - 1)
      amounts(log, from, to)
      for at = from, to do
        if log.known[at] > 0 then
          log.total = log.total - log.known[at]
          redis.call('HDEL', key, string.format('%.0f', at))
        end
      end
    end
  end
  if first ~= log.first or not kept[1] then
    redis.call('HSET', key, 'first', string.format('%.0f', log.first),
      'total', string.format('%.0f', log.total))
  end
  return log
end

local function add_time(log, amount, at)
  local slot = step_at(log, at + log.length - 1) + 1
  if amount > 0 and slot >= log.first then
    local sum = redis.call('HINCRBY', log.key, string.format('%.0f', slot),
      string.format('%.0f', amount))
    log.known[slot] = tonumber(sum)
    log.total = log.total + amount
    redis.call('HSET', log.key, 'total', string.format('%.0f', log.total))
  end
  return slot * log.step
end

local function time_freed(log, amount)
  local freed = 0
  local last = log.first + math.floor(log.length / log.step) + 2
  for from = log.first, last, 64 do
    amounts(log, from, from + 63)
    for at = from, from + 63 do
      freed = freed + log.known[at]
      if freed >= amount then
        return at * log.step
      end
    end
  end
  return now + log.length
end

local function open_calls(key, length)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', string.format('%.0f', now - length))
  return { key = key, length = length, calls = true, total = redis.call('ZCARD', key) }
end

local function add_call(log, id, at)
  if at + log.length > now then
    log.total = log.total + redis.call('ZADD', log.key, string.format('%.0f', at), id)
  end
end

local function move_call(log, id, at)
  redis.call('ZADD', log.key, 'XX', string.format('%.0f', at), id)
end

local function remove_call(log, id)
  log.total = log.total - redis.call('ZREM', log.key, id)
end

-- When so much of what counts now will count no longer.
local function when_freed(log, amount)
  if amount <= 0 then
    return now
  end
  if amount > log.total then
    return NEVER
  end
  if log.calls then
    local one = redis.call('ZRANGE', log.key, amount - 1, amount - 1, 'WITHSCORES')
    return tonumber(one[2]) + log.length
  end
  return time_freed(log, amount)
end

local gauges = {}

local function open_windows()
  for i, window in ipairs(pool.windows) do
    local all, background = KEYS[7 + 2 * i], KEYS[8 + 2 * i]
    local gauge = { window = window, number = i, time = window.time }
    if window.time then
      gauge.all = open_time(all, window.length)
      gauge.background = open_time(background, window.length)
    else
      gauge.all = open_calls(all, window.length)
    end
    gauges[i] = gauge
  end
end

-- Holds at least this much of a window back for its length, for what may have been spent before.
local function assume(gauge, amount)
  local before = state['assumed' .. gauge.number] or 0
  local more = math.min(amount, gauge.window.limit) - before
  if more <= 0 then
    return
  end
  local untilTime
  if gauge.time then
    untilTime = add_time(gauge.all, more, now)
  else
    for i = before + 1, before + more do
      add_call(gauge.all, 'assumed:' .. i, now)
    end
    untilTime = now + gauge.window.length
  end
  set('assumed' .. gauge.number, before + more)
  set('until' .. gauge.number, untilTime)
end

local function assumed(gauge)
  if now < (state['until' .. gauge.number] or 0) then
    return math.min(state['assumed' .. gauge.number], gauge.all.total)
  end
  if state['assumed' .. gauge.number] then
    set('assumed' .. gauge.number, nil)
    set('until' .. gauge.number, nil)
  end
  return 0
end

-- An amount above the limit fits when nothing else is there: else it never would.
local function when_room(log, limit, flying, ahead, amount)
  local missing = log.total + flying + ahead + math.min(amount, limit) - limit
  if missing <= 0 then
    return now
  end
  if missing <= log.total then
    return when_freed(log, missing)
  end
  local rounds = 1 + math.floor((missing - log.total - 1) / math.max(1, limit))
  return now + rounds * log.length
end

local function gauge_fits(gauge, ask, flying, ahead)
  local window = gauge.window
  if not gauge.time then
    return when_room(gauge.all, window.limit, 0, ahead.calls, 1)
  end
  local fits = when_room(gauge.all, window.usable, flying.millis, ahead.millis, ask.estimate)
  if ask.priority ~= BACKGROUND then
    return fits
  end
  return math.max(fits, when_room(gauge.background, window.most, flying.background,
    ahead.background, ask.estimate))
end
