import Foundation
import Newsroom
import Subprocess

/// The programs of the darkroom, as child processes that are trusted with nothing: two at a time, bounded in memory, time
/// and disk, in an environment of their own, with the workbench as the folder that they stand in.
struct Toolbox: Sendable {
    private static let needed = ["env", "prlimit", "timeout", "vips", "vipsheader", "vipsthumbnail", "exiftool"]
    private static let longestOutput = 1 << 20

    /// `data` bounds what a program allocates, but not the libraries that are mapped into it. The largest file is a
    /// rendition before it is compressed.
    private static let bounds = [
        "prlimit", "--data=200000000", "--cpu=10", "--fsize=128000000", "--nofile=256", "--core=0",
        "timeout", "--signal=KILL", "20",
    ]

    /// `timeout` passes a polite end on to the program; killed at once, it would leave the program to itself.
    private static var teardown: PlatformOptions {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        return options
    }

    private let turnstile = Turnstile(places: 2)

    func missing() async -> [String] {
        var missing: [String] = []
        for program in Self.needed {
            do {
                _ = try await Executable.name(program).resolveExecutablePath(in: Self.environment(home: "/"))
            } catch {
                missing.append(program)
            }
        }
        return missing
    }

    /// What a program prints when it opens the original; if it fails, it is the picture that is refused.
    func open(_ program: String, _ arguments: [String], on bench: Workbench) async throws -> String {
        let work = try await run(program, arguments, on: bench)
        switch work.end {
        case .done: return work.output
        case .exhausted: throw Refusal.tooLaborious
        case .failed where work.complaint.contains("No space left"): throw ToolFailure(program, work)
        case .failed: throw Refusal.damagedPicture
        }
    }

    /// What a program prints when it works on files of ours; if it fails, that is an incident.
    func use(_ program: String, _ arguments: [String], on bench: Workbench) async throws -> String {
        let work = try await run(program, arguments, on: bench)
        guard work.end == .done else { throw ToolFailure(program, work) }
        return work.output
    }

    func run(_ program: String, _ arguments: [String], on bench: Workbench) async throws -> Work {
        try await turnstile.pass { try await Self.spawn(program, arguments, on: bench) }
    }

    private static func spawn(_ program: String, _ arguments: [String], on bench: Workbench) async throws -> Work {
        let folder = bench.folder.path(percentEncoded: false)
        do {
            // `env` changes folder: Subprocess itself would want a path type of one more package.
            let result = try await Subprocess.run(
                .name("env"), arguments: .init(["--chdir=" + folder] + bounds + [program] + arguments),
                environment: environment(home: folder), platformOptions: teardown,
                output: .string(limit: longestOutput),
                error: .string(limit: longestOutput))
            try Task.checkCancellation()  // A child that was killed for it did not fail.
            return try Work(of: program, result.terminationStatus, result.standardOutput, result.standardError)
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .exhausted
        }
    }

    private static func environment(home: String) -> Environment {
        .custom([
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8", "HOME": home, "TMPDIR": home, "VIPS_CONCURRENCY": "1",
            // Loaders that libvips itself does not trust with hostile files (SVG, PDF, ImageMagick) stay shut.
            "VIPS_BLOCK_UNTRUSTED": "1",
            // Where there are no loadable modules: half of those loaders are not even in the process then.
            "VIPSHOME": home,
            // Silences warnings, of which each damaged line is one; errors are still printed.
            "VIPS_WARNING": "1",
        ])
    }
}
