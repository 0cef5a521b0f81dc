import Foundation
import Glibc
import Testing

/// The built executable, run as a separate process.
final class Program {
    /// SwiftPM puts it next to the tests.
    static let file = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "broadsheet")

    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: file.path) }

    /// Whether strace can end it at a chosen system call.
    static let canBeTraced = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

    private let process = Process()
    private let output = Pipe()

    /// Starts it. The shell runs `shell` first, in the same process.
    init(_ arguments: [String], settings: [String: String] = [:], input: String? = nil, shell: String? = nil) throws {
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(shell ?? ":"); exec \"$@\"", "sh", Self.file.path] + arguments
        process.environment = Self.surroundings.merging(settings, uniquingKeysWith: { $1 })
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        killUnlessEnded(within: Size.minutes * 60)
        if let input { try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try pipe.fileHandleForWriting.close()
    }

    /// The environment without variables of Broadsheet, and without the environment file of this machine's service.
    private static var surroundings: [String: String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("BROADSHEET_") }
            .merging(["BROADSHEET_ENVIRONMENT_FILE": ""]) { $1 }
    }

    var identifier: Int32 { process.processIdentifier }

    /// The port, once it serves. Returns `nil` if the process ends first.
    func port() -> Int? {
        var said = ""
        while !said.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { return nil }
            said += String(decoding: data, as: UTF8.self)
        }
        return said.firstMatch(of: /:(\d+)\n/).flatMap { Int($0.output.1) }
    }

    /// Kills it, as a power failure would end it.
    func kill() {
        _ = Glibc.kill(identifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Kills it if it is still running after `seconds`, so that no test waits forever.
    func killUnlessEnded(within seconds: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [process] in
            if process.isRunning { _ = Glibc.kill(process.processIdentifier, SIGKILL) }
        }
    }

    func askToStop() { _ = Glibc.kill(identifier, SIGTERM) }

    /// Waits for its end. Returns its exit status, and its output without the line that says which database it acts
    /// on. Fails if there is no such line.
    func endOnDatabase() throws -> (status: Int32, output: String) {
        let (status, output) = end()
        let line = try #require(output.firstMatch(of: /(?m)^Using the database [^\n]*\.\n/), "\(output)")
        return (status, output.replacingCharacters(in: line.range, with: ""))
    }

    /// Waits for its end. Returns its exit status and output; the status is -1 if a signal ended it.
    func end() -> (status: Int32, output: String) {
        let data = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : -1
        return (status, Self.withoutStart(String(decoding: data ?? Data(), as: UTF8.self)))
    }

    /// An output without the first line of a server's log, which says what the server serves.
    static func withoutStart(_ output: String) -> String {
        output.replacing(/(?m)^\S+ notice starting .*\n/, with: "")
    }
}
