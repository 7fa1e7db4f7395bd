-- What each step does.

local function summary()
  reply.life = state.life
  reply.replicas = replicas
  reply.settling = now < (state.reopens or 0)
  reply.running = flying().millis
  if #gauges > 0 then
    reply.spent = {}
    for i, gauge in ipairs(gauges) do
      reply.spent[i] = gauge.all.total
    end
  end
  if state.paused then
    reply.paused = state.paused
  end
  if #done > 0 then
    reply.done = done
  end
  reply.wake = next_wake()
end

local function standing()
  local inFlight = flying()
  local warming = false
  local windows = {}
  for i, gauge in ipairs(gauges) do
    local held = assumed(gauge)
    warming = warming or held > 0 or (state['assumed' .. i] or 0) > 0
    local running = gauge.time and inFlight.millis or 0
    local total = gauge.all.total
    local usable = gauge.time and gauge.window.usable or gauge.window.limit
    windows[i] = {
      used = total - held,
      reserved = held + running,
      remaining = math.max(0, usable - total - running),
      nextAt = when_room(gauge.all, usable, running, 0, 1),
      resetsAt = running > 0 and now + gauge.window.length or when_freed(gauge.all, total),
    }
  end
  reply.windows = #windows > 0 and windows or nil
  reply.queue = waiting
  reply.state = warming and 'WARMING' or 'OPEN'
  if state.paused then
    reply.state = now < state.paused and 'PAUSED' or 'PROBING'
  end
end

local function ask()
  local wish = step.ask
  if waiters[wish.id] or call_of(wish.id) then
    return
  end
  local waiter = {
    id = wish.id, replica = me, caller = wish.caller, priority = wish.priority,
    estimate = wish.estimate, arrival = state.arrivals or 0, deadline = now + wish.wait }
  set('arrivals', waiter.arrival + 1)
  if waiting == 0 and allows() and when_fits(waiter, NOTHING) <= now then
    take_turn(waiter.priority, waiter.caller, waiter.estimate)
    grant(waiter)
  elseif waiting >= pool.longestQueue then
    tell(waiter, { refused = 'CROWDED', retryAt = expected(waiter) })
  else
    add_waiter(waiter)
    serve()
    if waiters[waiter.id] and (waiter.deadline <= now or expected(waiter) > waiter.deadline) then
      refuse(waiter)
    end
  end
end

local function probable()
  local wish = step.ask
  local waiter = waiters[wish.id] or {
    id = wish.id, caller = wish.caller, priority = wish.priority, estimate = wish.estimate,
    arrival = state.arrivals or 0 }
  reply.expected = expected(waiter)
  reply.ahead = ahead_of(waiter).calls
end

local function leave()
  local waiter = waiters[step.id]
  if waiter then
    remove_waiter(waiter)
    return
  end
  local call = call_of(step.id)
  if call and call.replica == me then
    -- Granted and left at the same moment: nobody is there to use it.
    withdraw(call)
  end
end

local function run()
  load_state()
  local before = state.latest or 0
  advance()
  reply.now = clock
  if not admitted() then
    return
  end
  open_windows()
  load_queue()
  if not state.life then
    set('life', step.newLife)
    for _, gauge in ipairs(gauges) do
      assume(gauge, not step.fresh and gauge.window.assumed or 0)
    end
  end
  if renew_and_bury() then
    serve()
    expire()
  end
  collect()
  if step.op == 'ask' then
    ask()
  elseif step.op == 'expected' then
    probable()
  elseif step.op == 'standing' then
    standing()
  elseif step.op == 'report' then
    report(before)
    serve()
    expire()
  else
    if step.op == 'end' then
      for _, one in ipairs(step.ends) do
        finish(one)
      end
    elseif step.op == 'leave' then
      leave()
    end
    serve()
    expire()
  end
  post()
  summary()
  save_state()
end

run()
return cjson.encode(reply)
