-- One step of a pool: a tenant's spending on operations that share their windows.
--
-- The parts of this script are joined in the order of their numbers. It is dev.huntgate.budget's
-- Account, for many replicas: what either does, the other does.
-- KEYS: state, calls, waiting, lanes, owed lanes, alive, mail, seen; then for each window its log
-- and the log of what background spent. ARGV: the pool as JSON, the step as JSON.

local pool = cjson.decode(ARGV[1])
local step = cjson.decode(ARGV[2])

local NEVER = math.huge
local INTERACTIVE, BACKGROUND = 0, 1
local EVICTED = ':evicted'
-- See dev.huntgate.budget.Line.
local MOST_REMEMBERED, CREDIT = 4096, 120000

local STATE, CALLS, WAITING = KEYS[1], KEYS[2], KEYS[3]
local LANES = { [INTERACTIVE] = KEYS[4], [BACKGROUND] = KEYS[5] }
local ALIVE, MAIL, SEEN = KEYS[6], KEYS[7], KEYS[8]

local me = step.replica
local state = {}
local changed = {}
local reply = {}
local done = {}
local now, clock

local function load_state()
  local flat = redis.call('HGETALL', STATE)
  for i = 1, #flat, 2 do
    state[flat[i]] = tonumber(flat[i + 1]) or flat[i + 1]
  end
end

local function set(name, value)
  state[name] = value
  changed[name] = true
end

local function save_state()
  for name in pairs(changed) do
    if state[name] == nil then
      redis.call('HDEL', STATE, name)
    else
      local value = state[name]
      redis.call('HSET', STATE, name,
        type(value) == 'number' and string.format('%.0f', value) or value)
    end
  end
  for i = 1, #KEYS do
    redis.call('PEXPIRE', KEYS[i], pool.keep)
  end
end

-- Milliseconds by the server's clock, or by the step's own, and never back.
local function advance()
  if step.now then
    clock = step.now
  else
    local time = redis.call('TIME')
    clock = time[1] * 1000 + math.floor(time[2] / 1000)
  end
  now = math.max(state.latest or clock, clock)
  set('latest', now)
end
