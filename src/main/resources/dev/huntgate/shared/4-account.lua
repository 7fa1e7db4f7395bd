-- Who is granted and refused, and the pause: dev.huntgate.budget's Account and Pause.

local NOTHING = { calls = 0, millis = 0, background = 0 }

local function allows()
  return not state.paused or (state.probing ~= 1 and now >= state.paused)
end

local function pause_begins(untilTime, byProbe)
  set('paused', math.max(state.paused or untilTime, untilTime))
  if byProbe then
    set('probing', nil)
  end
end

local function pause_ends()
  if now >= state.paused then
    set('paused', nil)
  end
  set('probing', nil)
end

local function when_fits(ask, ahead)
  local inFlight = flying()
  -- Nothing goes while other replicas may still have to report what they spent on their own.
  local fits = math.max(now, state.reopens or now)
  for _, gauge in ipairs(gauges) do
    fits = math.max(fits, gauge_fits(gauge, ask, inFlight, ahead))
  end
  return fits
end

local function expected(waiter)
  local fits = when_fits(waiter, ahead_of(waiter))
  return state.paused and math.max(fits, state.paused) or fits
end

-- Tells a waiter's replica what became of it; its own replica learns it by the reply.
local mail = {}

local function tell(waiter, outcome)
  outcome.id = waiter.id
  if waiter.replica == me then
    done[#done + 1] = outcome
  else
    mail[waiter.replica] = mail[waiter.replica] or {}
    table.insert(mail[waiter.replica], outcome)
  end
end

local function post()
  for replica, outcomes in pairs(mail) do
    local before = redis.call('HGET', MAIL, replica)
    if before then
      local all = cjson.decode(before)
      for _, outcome in ipairs(outcomes) do
        all[#all + 1] = outcome
      end
      outcomes = all
    end
    redis.call('HSET', MAIL, replica, cjson.encode(outcomes))
    redis.call('PUBLISH', pool.channel .. replica, pool.name)
  end
end

local function collect()
  local letters = redis.call('HGET', MAIL, me)
  if letters then
    redis.call('HDEL', MAIL, me)
    for _, outcome in ipairs(cjson.decode(letters)) do
      done[#done + 1] = outcome
    end
  end
end

local function grant(ask)
  local probe = state.paused ~= nil
  set('probing', probe and 1 or nil)
  keep_call({
    id = ask.id, replica = ask.replica, caller = ask.caller, priority = ask.priority,
    estimate = ask.estimate, startedAt = now, probe = probe })
  for _, gauge in ipairs(gauges) do
    if not gauge.time then
      add_call(gauge.all, ask.id, now)
    end
  end
  tell(ask, { granted = now })
end

local function refuse(waiter)
  local reason = state.paused and 'PAUSED' or 'SPENT'
  local retryAt = math.max(expected(waiter), now + 1)
  remove_waiter(waiter)
  tell(waiter, { refused = reason, retryAt = retryAt })
end

-- Background first while it is owed something, else last.
local function next_waiter()
  local interactive, background = first_of(INTERACTIVE), first_of(BACKGROUND)
  if not interactive or not background then
    return interactive or background
  end
  local inFlight = flying()
  local windows, owed = 0, 0
  for _, gauge in ipairs(gauges) do
    if gauge.time then
      windows = windows + 1
      if gauge.background.total + inFlight.background < gauge.window.owed then
        owed = owed + 1
      end
    end
  end
  return windows > 0 and owed == windows and background or interactive
end

local listening = {}

-- Whether a replica would hear of a grant; one that was killed does not listen any more.
local function listens(replica)
  if replica ~= me and listening[replica] == nil then
    listening[replica] = redis.call('PUBSUB', 'NUMSUB', pool.channel .. replica)[2] > 0
  end
  return replica == me or listening[replica]
end

local function forget_waiters(replica)
  for _, waiter in pairs(waiters) do
    if waiter.replica == replica then
      remove_waiter(waiter)
    end
  end
end

-- Nothing is granted to who does not listen. If it lives, it learns by its next step that it has to
-- report, and who waits there asks anew.
local function evict(replica)
  forget_waiters(replica)
  local lease = redis.call('HGET', ALIVE, replica)
  if lease and not string.find(lease, EVICTED, 1, true) then
    redis.call('HSET', ALIVE, replica, lease .. EVICTED)
  end
end

local function serve()
  while allows() do
    local waiter = next_waiter()
    if not waiter or when_fits(waiter, NOTHING) > now then
      return
    end
    if listens(waiter.replica) then
      take_turn(waiter.priority, waiter.caller, waiter.estimate)
      remove_waiter(waiter)
      grant(waiter)
    else
      evict(waiter.replica)
    end
  end
end

local function expire()
  local over = {}
  for _, waiter in pairs(waiters) do
    if waiter.deadline <= now then
      over[#over + 1] = waiter
    end
  end
  table.sort(over, function(one, other) return one.arrival < other.arrival end)
  for _, waiter in ipairs(over) do
    refuse(waiter)
  end
end

local function next_wake()
  local wake = NEVER
  for _, waiter in pairs(waiters) do
    wake = math.min(wake, waiter.deadline)
  end
  local first = next_waiter()
  if first and state.probing ~= 1 then
    local fits = when_fits(first, NOTHING)
    wake = math.min(wake, state.paused and math.max(fits, state.paused) or fits)
  end
  return wake < NEVER and math.max(wake, now + 1) or nil
end

-- Counts a call from when upstream got it at the latest.
local function arrived(call)
  for _, gauge in ipairs(gauges) do
    if not gauge.time then
      move_call(gauge.all, call.id, math.min(now, call.startedAt + pool.arrival))
    end
  end
end

local function settle(call, used, accepted)
  drop_call(call.id)
  arrived(call)
  for _, gauge in ipairs(gauges) do
    if gauge.time then
      add_time(gauge.all, used, now)
      if call.priority == BACKGROUND then
        add_time(gauge.background, used, now)
      end
    end
  end
  correct_turn(call, used)
  if call.probe and accepted then
    if state.paused then
      pause_ends()
    end
  elseif call.probe and state.paused then
    pause_begins(state.paused, true)
  end
end

local function withdraw(call)
  drop_call(call.id)
  for _, gauge in ipairs(gauges) do
    if not gauge.time then
      remove_call(gauge.all, call.id)
    end
  end
  correct_turn(call, 0)
  if call.probe and state.paused then
    pause_begins(state.paused, true)
  end
end

local function throttled(call, untilTime)
  drop_call(call.id)
  arrived(call)
  correct_turn(call, 0)
  pause_begins(math.max(untilTime, now), call.probe)
end

-- Ends a call as its replica says; answers whether it was in flight here.
local function finish(one)
  local call = call_of(one.id)
  if not call then
    return false
  end
  if one.how == 'withdrawn' then
    withdraw(call)
  elseif one.how == 'throttled' then
    throttled(call, clock + one.pause)
  else
    settle(call, one.used, one.accepted)
  end
  return true
end
