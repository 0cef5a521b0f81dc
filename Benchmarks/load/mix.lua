-- Reads the addresses in the file that is given, one after another, from a place of its own.
local requests = {}
local place = 0

function init(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end

function request()
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency, requests)
  io.write(string.format(
    "p50 %.3f p99 %.3f requests %d\n", latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests))
end
