import Foundation

/// The processor time of this thread, which other processes do not change.
enum ProcessorTime {
    /// The time for a number of calls, in seconds: the lowest of some measurements.
    static func lowest(of measurements: Int, calls: Int = 1, _ body: () -> Void) -> Double {
        (0..<measurements).map { _ in
            let start = now()
            for _ in 0..<calls { body() }
            return now() - start
        }.min() ?? 0
    }

    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
