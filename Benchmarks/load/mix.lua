-- Requests the paths in a file, one after another. With the second argument "popular", it picks paths at random,
-- and those near the top of the file far more often, as readers do.
local requests = {}
local place = 0
local is_popular = false

function init(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
  is_popular = args[2] == "popular"
  math.randomseed(7)
end

function request()
  if is_popular then return requests[math.floor(#requests * math.random() ^ 6) + 1] end
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency, requests)
  io.write(string.format(
    "p50 %.3f p99 %.3f requests %d\n", latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests))
end
