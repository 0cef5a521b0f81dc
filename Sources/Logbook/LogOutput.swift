import Dispatch
import Foundation
import Glibc
package import Logging
import Synchronization

/// Writes lines on a thread of its own, so that a slow reader of the log never blocks the server. If the
/// reader is too slow for a long time, lines are dropped, and the log says how many.
package final class LogOutput: Sendable {
    package typealias Write = @Sendable ([UInt8]) -> Void

    /// Bytes of lines that wait. Beyond them, lines are dropped.
    private static let most = 1 << 20

    private struct State {
        var waiting: [UInt8] = []
        /// The line that comes before the first one.
        var opening = ""
        var dropped = 0
        var isWriting = false
    }

    private let control: LogControl
    /// Whether the lines begin with a priority, which systemd's journal understands (sd-daemon(3)).
    private let hasPriorities: Bool
    private let write: Write
    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let droppedInAll = Atomic(0)

    /// `write` is called on the thread of the output, and may block it.
    package init(control: LogControl, hasPriorities: Bool = false, write: @escaping Write) {
        self.control = control
        self.hasPriorities = hasPriorities
        self.write = write
        let thread = Thread { self.work() }
        thread.name = "log"
        thread.start()
    }

    /// Writes to standard error. Lines begin with a priority if the journal reads them.
    package static func standardError(_ control: LogControl) -> LogOutput {
        LogOutput(control: control, hasPriorities: JournalStream.isStandardError) { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var ready = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
                    poll(&ready, 1, 1_000)
                } else if errno != EINTR {
                    return
                }
            }
        }
    }

    /// How many lines were dropped so far.
    package var dropped: Int { droppedInAll.load(ordering: .relaxed) }

    /// Writes this line before the first one, or when `open` is called.
    package func begin(with line: LogLine, _ level: Logger.Level) {
        let text = prefix(level) + line.written(as: control.format) + "\n"
        state.withLock { $0.opening = text }
    }

    /// Writes the line of `begin` if no other line has followed it yet.
    package func open() { add("") }

    /// Adds a line. Never waits.
    package func add(_ line: LogLine, _ level: Logger.Level, as format: LogFormat) {
        add(prefix(level) + line.written(as: format) + "\n")
    }

    private func add(_ line: String) {
        let mustWake = state.withLock { state in
            let text = state.opening + line
            state.opening = ""
            guard !text.isEmpty else { return false }
            guard state.waiting.count + text.utf8.count <= Self.most else {
                state.dropped += 1
                droppedInAll.wrappingAdd(1, ordering: .relaxed)
                return false
            }
            defer { state.waiting.append(contentsOf: text.utf8) }
            return state.waiting.isEmpty
        }
        if mustWake { arrivals.signal() }
    }

    /// Returns once every line is written, or after a second.
    package func drain() {
        for _ in 0..<1_000 {
            if state.withLock({ $0.waiting.isEmpty && !$0.isWriting }) { return }
            Thread.sleep(forTimeInterval: 0.001)
        }
    }

    private func work() {
        while true {
            arrivals.wait()
            let (lines, dropped) = state.withLock { state in
                defer { (state.waiting, state.dropped, state.isWriting) = ([], 0, true) }
                return (state.waiting, state.dropped)
            }
            write(lines)
            if dropped > 0 { write(Array(sentence(of: dropped).utf8)) }
            state.withLock { $0.isWriting = false }
        }
    }

    private func sentence(of dropped: Int) -> String {
        let line = LogLine(
            .now, .error, "log lines dropped, because they are not read fast enough",
            [.init("count", .integer(dropped))])
        return prefix(.error) + line.written(as: control.format) + "\n"
    }

    private func prefix(_ level: Logger.Level) -> String { hasPriorities ? "<\(level.priority)>" : "" }
}

extension Logger.Level {
    /// The priority of syslog(3).
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
