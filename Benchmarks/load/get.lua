function done(summary, latency, requests)
  io.write(string.format(
    "p50 %.3f p99 %.3f requests %d\n", latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests))
end
