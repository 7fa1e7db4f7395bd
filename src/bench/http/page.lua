-- wrk's requests: the same page each time or, with a file of cursors, another page each time.
local query = 'query ($after: String) { hunt(kql: \\"DeviceNetworkEvents | take 100000\\") '
  .. '{ rowCount rows(first: 100, after: $after) { nodes pageInfo { hasNextPage endCursor } } } }'
local cursors = {}
local at = 0

local function body(after)
  return '{"query":"' .. query .. '","variables":{"after":' .. after .. '}}'
end

function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  local token = os.getenv("TOKEN")
  if token and token ~= "" then wrk.headers["Authorization"] = "Bearer " .. token end
  wrk.body = body("null")
  if args[1] and args[1] ~= "" then
    for line in io.lines(args[1]) do cursors[#cursors + 1] = '"' .. line .. '"' end
    at = tonumber(args[2] or "0")
  end
end

function request()
  if #cursors == 0 then return wrk.format() end
  -- A step without a common factor meets every page before any comes again.
  at = (at + 7919) % #cursors
  return wrk.format(nil, nil, nil, body(cursors[at + 1]))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%.0f %d %d %d\n",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
