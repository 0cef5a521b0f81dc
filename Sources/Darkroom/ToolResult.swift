import Foundation
import Subprocess

/// How a program ended and what it printed.
struct ToolResult: Sendable {
    enum End: Sendable { case done, exhausted, failed }

    static let exhausted = ToolResult(end: .exhausted, output: "", complaint: "")

    let end: End
    let output: String
    let complaint: String
}

extension ToolResult {
    private static let signsOfExhaustion = ["memory", "Backing store", "failed to allocate"]
    /// The exit statuses of `env`, `prlimit` and `timeout` if they cannot start the program (POSIX, `env`).
    private static let programMissing: Set<TerminationStatus> = [.exited(126), .exited(127)]
    /// The exit statuses of a program that ran out of memory or time, or wrote too large a file. `timeout`
    /// exits with the last one if it killed the program.
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

extension Error {
    /// Whether there was no space for a file.
    var meansFullDisk: Bool {
        switch self {
        case let failure as ToolFailure:
            ["No space left", "out of disk space"].contains { failure.description.contains($0) }
        case let error as CocoaError: error.code == .fileWriteOutOfSpace
        case let error as POSIXError: [.ENOSPC, .EDQUOT].contains(error.code)
        default: false
        }
    }
}

/// A program is missing, or it failed at work that does not depend on the picture. This is an incident.
struct ToolFailure: Error, CustomStringConvertible {
    let description: String

    init(_ program: String, _ result: ToolResult) {
        let end = result.end == .exhausted ? "ran out of resources" : "failed"
        description = "\(program) \(end): \(result.complaint.prefix(500))"
    }
}
