-- Who takes part, by leases, and what a replica tells that was cut off for a while.

local replicas = 0

local function read_lease(text)
  local lease, epoch, evicted = string.match(text, '^(%d+):(%d+)(.*)$')
  return tonumber(lease), tonumber(epoch), evicted == EVICTED
end

-- Whether this step may be taken: not when it is late, or by a replica that does not know what has
-- happened meanwhile; that has to report first.
local function admitted()
  local mine = redis.call('HGET', ALIVE, me)
  if mine then
    local _, epoch, evicted = read_lease(mine)
    if step.epoch < epoch then
      reply.stale = true
      return false
    end
    mine = not evicted
  end
  if step.op == 'report' then
    return true
  end
  if step.life and (step.life ~= state.life or (step.holds and not mine)) then
    reply.lost = true
    return false
  end
  return true
end

-- What a killed replica had reserved counts as it stood when its lease ended; its waiters are gone.
local function bury(replica, lease)
  for _, call in pairs(all_calls()) do
    if call.replica == replica then
      settle(call, math.max(call.estimate, lease - call.startedAt), false)
    end
  end
  forget_waiters(replica)
  redis.call('HDEL', ALIVE, replica)
  redis.call('HDEL', MAIL, replica)
end

local function renew_and_bury()
  redis.call('HSET', ALIVE, me, string.format('%.0f:%.0f', now + pool.lease, step.epoch))
  local buried = false
  local flat = redis.call('HGETALL', ALIVE)
  for i = 1, #flat, 2 do
    local lease = read_lease(flat[i + 1])
    if lease < now then
      bury(flat[i], lease)
      buried = true
    else
      replicas = replicas + 1
    end
  end
  return buried
end

local function spent_alone(one)
  if redis.call('ZADD', SEEN, 'NX', string.format('%.0f', now), one.id) == 0 then
    return
  end
  for _, gauge in ipairs(gauges) do
    if not gauge.time then
      add_call(gauge.all, one.id, now - math.max(one.endedAgo, one.startedAgo - pool.arrival))
    elseif one.used then
      add_time(gauge.all, one.used, now - one.endedAgo)
      if one.priority == BACKGROUND then
        add_time(gauge.background, one.used, now - one.endedAgo)
      end
    end
  end
end

local function ended(one)
  if finish(one) then
    return
  end
  if not one.shared and one.how ~= 'withdrawn' then
    spent_alone(one)
    if one.how == 'throttled' then
      pause_begins(clock + math.max(0, one.pause), false)
    end
  end
end

local function still_runs(one, sameLife)
  if call_of(one.id) or (one.shared and sameLife) then
    -- Known, or ended already: perhaps by its lease.
    return
  end
  keep_call({
    id = one.id, replica = me, caller = one.caller, priority = one.priority,
    estimate = one.estimate, startedAt = now - one.startedAgo, probe = false })
  if not one.shared then
    for _, gauge in ipairs(gauges) do
      if not gauge.time then
        add_call(gauge.all, one.id, now - one.startedAgo)
      end
    end
  end
end

-- A replica that lost touch tells what it holds and what it spent since; this store may have kept
-- everything, or nothing.
local function report(before)
  -- What was granted or refused meanwhile is undone here, and who waits asks anew.
  done = {}
  local sameLife = step.life == state.life
  redis.call('ZREMRANGEBYSCORE', SEEN, '-inf', string.format('%.0f', now - pool.keep))
  local known = {}
  for _, one in ipairs(step.ended or {}) do
    known[one.id] = true
    ended(one)
  end
  for _, one in ipairs(step.live or {}) do
    known[one.id] = true
    still_runs(one, sameLife)
  end
  for id, call in pairs(all_calls()) do
    if call.replica == me and not known[id] then
      -- Granted, and the answer was lost: it never went.
      withdraw(call)
    end
  end
  forget_waiters(me)
  redis.call('HDEL', MAIL, me)
  if not sameLife then
    for i, gauge in ipairs(gauges) do
      assume(gauge, step.spent and step.spent[i] or 0)
    end
  end
  if step.pause then
    pause_begins(clock + step.pause, false)
  end
  if (not sameLife or now - before > pool.silence) and (replicas > 1 or not sameLife)
    and now - (state.reopens or 0) > 10 * pool.settling then
    set('reopens', now + pool.settling)
  end
end
