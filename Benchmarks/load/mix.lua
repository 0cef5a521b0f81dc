-- Reads the addresses in the file that is given: one after another, or, where "popular" is said too, at random and the more often
-- the further up they stand, as readers do.
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
