-- Posts comments with unique texts, as a form does: as fast as possible or, with a number as argument, that many
-- per second at even intervals. Slow responses do not change the rate as long as there are enough connections.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds, nanoseconds; } moment; int clock_gettime(int clock, moment *now);")

local now = ffi.new("moment")

local function milliseconds()
  ffi.C.clock_gettime(1, now)
  return tonumber(now.seconds) * 1000 + tonumber(now.nanoseconds) / 1000000
end

local words = { "tide", "paper", "ink", "column", "harbour", "proof", "crosshead", "wire", "press", "margin" }
local thread = 0

function setup(t)
  t:set("id", thread)
  thread = thread + 1
end

local texts = {}
local start

function init(args)
  start = os.time()
  math.randomseed(start + id * 7919)
  count = 0
  if args[1] then
    local distance = 1000 / tonumber(args[1])
    local next = milliseconds()
    delay = function()
      next = next + distance
      return math.max(0, next - milliseconds())
    end
  end
  for place = 1, 500 do
    local text = {}
    for i = 1, 40 do text[i] = words[math.random(#words)] end
    texts[place] = table.concat(text, "+")
  end
end

function request()
  count = count + 1
  local body = string.format(
    "name=reader+%d&text=%s+%d+%d+%d&version=1", math.random(100000), texts[count % 500 + 1], start, id, count)
  return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

function done(summary, latency, requests)
  io.write(string.format(
    "p50 %.3f p99 %.3f requests %d\n", latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests))
end
