-- Who is in flight and who waits: dev.huntgate.budget's InFlight, Line and Tally.

local known_calls = {}
local all_known = false
local lines = { [INTERACTIVE] = {}, [BACKGROUND] = {} }
local waiters = {}
local waiting = 0

local function cost(millis)
  return math.max(1, millis)
end

local function reserved(call)
  return math.max(call.estimate, now - call.startedAt)
end

local function call_of(id)
  if not known_calls[id] and not all_known then
    local packed = redis.call('HGET', CALLS, id)
    known_calls[id] = packed and cmsgpack.unpack(packed) or nil
  end
  return known_calls[id]
end

-- Read only where it is needed: without windows of running time, many calls may be in flight.
local function all_calls()
  if not all_known then
    local packed = redis.call('HVALS', CALLS)
    for i = 1, #packed do
      local call = cmsgpack.unpack(packed[i])
      known_calls[call.id] = call
    end
    all_known = true
  end
  return known_calls
end

-- What calls in flight take of windows of running time.
local function flying()
  local sum = { millis = 0, background = 0 }
  if not pool.timed then
    return sum
  end
  for _, call in pairs(all_calls()) do
    local millis = reserved(call)
    sum.millis = sum.millis + millis
    if call.priority == BACKGROUND then
      sum.background = sum.background + millis
    end
  end
  return sum
end

local function keep_call(call)
  known_calls[call.id] = call
  redis.call('HSET', CALLS, call.id, cmsgpack.pack(call))
end

local function drop_call(id)
  known_calls[id] = nil
  redis.call('HDEL', CALLS, id)
end

local function tag_of(priority, caller)
  return tonumber(redis.call('HGET', LANES[priority], caller) or nil)
end

local function set_tag(priority, caller, tag)
  redis.call('HSET', LANES[priority], caller, string.format('%.0f', tag))
  local lane = lines[priority][caller]
  if lane then
    lane.tag = tag
  end
end

local function served(priority)
  return state['served' .. priority] or 0
end

local function load_queue()
  local flat = redis.call('HVALS', WAITING)
  for i = 1, #flat do
    local waiter = cmsgpack.unpack(flat[i])
    waiters[waiter.id] = waiter
    waiting = waiting + 1
    local line = lines[waiter.priority]
    local lane = line[waiter.caller]
    if not lane then
      lane = { tag = tag_of(waiter.priority, waiter.caller) or 0 }
      line[waiter.caller] = lane
    end
    lane[#lane + 1] = waiter
  end
  for _, line in pairs(lines) do
    for _, lane in pairs(line) do
      table.sort(lane, function(one, other) return one.arrival < other.arrival end)
    end
  end
end

-- The lane's tag when somebody of it comes who finds it empty.
local function enter_lane(priority, caller)
  local lane = lines[priority][caller]
  if lane then
    return lane.tag
  end
  local tag = tag_of(priority, caller)
  if not tag and redis.call('HLEN', LANES[priority]) >= MOST_REMEMBERED then
    for _, name in ipairs(redis.call('HKEYS', LANES[priority])) do
      if not lines[priority][name] then
        redis.call('HDEL', LANES[priority], name)
      end
    end
  end
  tag = math.max(tag or 0, served(priority) - CREDIT)
  set_tag(priority, caller, tag)
  return tag
end

local function add_waiter(waiter)
  local tag = enter_lane(waiter.priority, waiter.caller)
  local line = lines[waiter.priority]
  line[waiter.caller] = line[waiter.caller] or { tag = tag }
  table.insert(line[waiter.caller], waiter)
  waiters[waiter.id] = waiter
  waiting = waiting + 1
  redis.call('HSET', WAITING, waiter.id, cmsgpack.pack(waiter))
end

local function remove_waiter(waiter)
  local line = lines[waiter.priority]
  local lane = line[waiter.caller]
  for i = 1, #lane do
    if lane[i].id == waiter.id then
      table.remove(lane, i)
      break
    end
  end
  if #lane == 0 then
    line[waiter.caller] = nil
  end
  waiters[waiter.id] = nil
  waiting = waiting - 1
  redis.call('HDEL', WAITING, waiter.id)
end

local function take_turn(priority, caller, estimate)
  local tag = enter_lane(priority, caller)
  set('served' .. priority, math.max(served(priority), tag))
  set_tag(priority, caller, tag + cost(estimate))
end

-- Corrects a caller's share once the cost is known.
local function correct_turn(call, used)
  local tag = tag_of(call.priority, call.caller)
  if tag then
    set_tag(call.priority, call.caller, tag + cost(used) - cost(call.estimate))
  end
end

local function first_of(priority)
  local best
  for _, lane in pairs(lines[priority]) do
    if not best or lane.tag < best.tag
      or (lane.tag == best.tag and lane[1].arrival < best[1].arrival) then
      best = lane
    end
  end
  return best and best[1]
end

local function turn(waiter)
  local lane = lines[waiter.priority][waiter.caller]
  if not lane then
    local tag = tag_of(waiter.priority, waiter.caller)
    local least = served(waiter.priority) - CREDIT
    return tag and math.max(tag, least) or least
  end
  local tag = lane.tag
  for i = 1, #lane do
    if lane[i].id == waiter.id then
      break
    end
    tag = tag + cost(lane[i].estimate)
  end
  return tag
end

-- Those who come before a waiter by turns, and for background all that is interactive.
local function ahead_of(waiter)
  local sum = { calls = 0, millis = 0, background = 0 }
  local function add(other)
    sum.calls = sum.calls + 1
    sum.millis = sum.millis + other.estimate
    if other.priority == BACKGROUND then
      sum.background = sum.background + other.estimate
    end
  end
  local mine = turn(waiter)
  for _, lane in pairs(lines[waiter.priority]) do
    local tag = lane.tag
    for i = 1, #lane do
      local other = lane[i]
      if other.id == waiter.id or tag > mine
        or (tag == mine and other.arrival > waiter.arrival) then
        break
      end
      add(other)
      tag = tag + cost(other.estimate)
    end
  end
  if waiter.priority == BACKGROUND then
    for _, lane in pairs(lines[INTERACTIVE]) do
      for i = 1, #lane do
        add(lane[i])
      end
    end
  end
  return sum
end
