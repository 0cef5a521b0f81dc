import Foundation
import Subprocess

/// How a program's work ended and what it printed.
struct Work: Sendable {
    enum End: Sendable { case done, exhausted, failed }

    static let exhausted = Work(end: .exhausted, output: "", complaint: "")

    let end: End
    let output: String
    let complaint: String
}

extension Work {
    private static let signsOfExhaustion = ["memory", "Backing store", "failed to allocate"]
    /// `env`, `prlimit` and `timeout` end with these where the program that they should start is not there (POSIX, `env`).
    private static let programMissing: Set<TerminationStatus> = [.exited(126), .exited(127)]
    /// Out of memory, processor time or disk; the last is how `timeout` says that it killed the program.
    private static let killedByBounds: Set<TerminationStatus> = [
        .signaled(SIGKILL), .signaled(SIGXCPU), .signaled(SIGXFSZ), .exited(128 + SIGKILL),
    ]

    init(of program: String, _ status: TerminationStatus, _ output: String, _ complaint: String) throws(ToolFailure) {
        self.init(end: Self.end(status, complaint), output: output, complaint: complaint)
        if Self.programMissing.contains(status) { throw ToolFailure(program, self) }
    }

    private static func end(_ status: TerminationStatus, _ complaint: String) -> End {
        if status.isSuccess { return .done }
        let isExhausted = killedByBounds.contains(status) || signsOfExhaustion.contains { complaint.contains($0) }
        return isExhausted ? .exhausted : .failed
    }
}

/// A program that is missing or failed at work that does not depend on the picture: an incident.
struct ToolFailure: Error, CustomStringConvertible {
    let description: String

    init(_ program: String, _ work: Work) {
        description = "\(program) failed (\(work.end)): \(work.complaint.prefix(500))"
    }
}
