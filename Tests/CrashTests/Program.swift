import Foundation
import Glibc

/// The built program, as a process of its own.
final class Program {
    /// Where SwiftPM puts it: beside the tests.
    static let file = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "broadsheet")

    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: file.path) }

    private let process = Process()
    private let output = Pipe()

    /// Starts it. `shell` is run by the shell before it, in the same process.
    init(_ arguments: [String], settings: [String: String] = [:], input: String? = nil, shell: String? = nil) throws {
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(shell ?? ":"); exec \"$@\"", "sh", Self.file.path] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(settings, uniquingKeysWith: { $1 })
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        killUnlessEnded(within: Size.minutes * 60)
        if let input { try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try pipe.fileHandleForWriting.close()
    }

    var identifier: Int32 { process.processIdentifier }

    /// The port, once it serves; `nil` where it ended before.
    func port() -> Int? {
        var said = ""
        while !said.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { return nil }
            said += String(decoding: data, as: UTF8.self)
        }
        return said.firstMatch(of: /:(\d+)\n/).flatMap { Int($0.output.1) }
    }

    /// Ends it as a power cut would.
    func kill() {
        _ = Glibc.kill(identifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it the hard way where it does not end by itself, so that a test that waits for that does not wait for ever.
    func killUnlessEnded(within seconds: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [process] in
            if process.isRunning { _ = Glibc.kill(process.processIdentifier, SIGKILL) }
        }
    }

    func askToStop() { _ = Glibc.kill(identifier, SIGTERM) }

    /// What it said and how it ended; -1 for a signal.
    func end() -> (status: Int32, output: String) {
        let data = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : -1
        return (status, String(decoding: data ?? Data(), as: UTF8.self))
    }
}
