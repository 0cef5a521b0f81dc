import Foundation
import Glibc
import Synchronization

/// The time of a line in UTC, with milliseconds: `2026-11-23T10:15:00.250Z`. The second is formatted once.
enum LogTime {
    private struct Latest {
        var second = Int.min
        var text = ""
    }

    private static let latest = Mutex(Latest())

    static func text(of time: Date) -> String {
        let milliseconds = Int((time.timeIntervalSince1970 * 1_000).rounded(.down))
        let second = Int((Double(milliseconds) / 1_000).rounded(.down))
        let rest = String(1_000 + milliseconds - second * 1_000).dropFirst()
        return latest.withLock { latest in
            if latest.second != second { latest = Latest(second: second, text: date(second)) }
            return "\(latest.text).\(rest)Z"
        }
    }

    private static func date(_ second: Int) -> String {
        var (seconds, parts) = (time_t(second), tm())
        gmtime_r(&seconds, &parts)
        let numbers = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec].map {
            String(100 + Int($0)).dropFirst()
        }
        return "\(Int(parts.tm_year) + 1_900)-\(numbers[0])-\(numbers[1])T\(numbers[2]):\(numbers[3]):\(numbers[4])"
    }
}
