-- What a ticket of a download link is good for, and for how long.
--
-- KEYS: the ticket. ARGV: who asked for it, the tenant, the file's path, how long it is good (ms).

redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'tenant', ARGV[2], 'path', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
