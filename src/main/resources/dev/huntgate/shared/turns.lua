-- Whose turn it is to run a hunt.
--
-- KEYS: the turn. ARGV: what is done, the token of whose turn it is or may become, the lease (ms),
-- the channel and the word on which others look again. "take" answers -2 when the turn is taken by
-- that, else for how long (ms) the hunt has been running for whoever has it, or -1 while it waits.

local TURN = KEYS[1]
local op, token, lease, channel, word = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local held = redis.call('HMGET', TURN, 'token', 'admitted')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

if op == 'take' then
  if held[1] then
    return held[2] and math.max(0, now - tonumber(held[2])) or -1
  end
  redis.call('HSET', TURN, 'token', token)
  redis.call('PEXPIRE', TURN, lease)
  return -2
end

if held[1] ~= token then
  return 0
end
if op == 'end' then
  redis.call('DEL', TURN)
  redis.call('PUBLISH', channel, word)
else
  redis.call('PEXPIRE', TURN, lease)
  if op == 'admitted' then
    redis.call('HSET', TURN, 'admitted', string.format('%.0f', now))
    redis.call('PUBLISH', channel, word)
  end
end
return 1
