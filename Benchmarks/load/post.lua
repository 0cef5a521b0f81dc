-- Posts comments, each with a text of its own, as a form does.
local words = { "tide", "paper", "ink", "column", "harbour", "proof", "crosshead", "wire", "press", "margin" }
local thread = 0

function setup(t)
  t:set("id", thread)
  thread = thread + 1
end

function init(args)
  math.randomseed(os.time() + id * 7919)
  count = 0
end

function request()
  count = count + 1
  local text = {}
  for i = 1, 40 do text[i] = words[math.random(#words)] end
  local body = string.format("name=reader+%d&text=%s+%d+%d&version=1", math.random(100000), table.concat(text, "+"), id, count)
  return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

function done(summary, latency, requests)
  io.write(string.format(
    "p50 %.3f p99 %.3f requests %d\n", latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests))
end
