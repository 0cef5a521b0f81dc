import Foundation
import Newsroom
import Subprocess

/// Runs the darkroom's programs as child processes.
///
/// At most two run at once. Each has limits on memory, time and file size, its own environment, and the work
/// folder as its current directory.
struct ExternalTools: Sendable {
    private static let needed = [
        "env", "nice", "prlimit", "timeout", "vips", "vipsheader", "vipsthumbnail", "exiftool",
    ]
    private static let longestOutput = 1 << 20

    /// `data` limits what a program allocates, but not the libraries that are mapped into it. The largest
    /// file that a program writes is an uncompressed rendition.
    private static let bounds = [
        // Readers' pages come first.
        "nice", "-n", "10", "prlimit", "--data=200000000", "--cpu=10", "--fsize=128000000", "--nofile=256", "--core=0",
        "timeout", "--signal=KILL", "180",
    ]

    /// `timeout` passes SIGTERM on to the program. It cannot pass on SIGKILL, and the program would keep
    /// running.
    private static var teardown: PlatformOptions {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        return options
    }

    private let limit = ConcurrencyLimit(2)

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

    /// Runs a program on the original and returns its output. If the program fails, the picture is refused.
    func open(_ program: String, _ arguments: [String], in workFolder: WorkFolder) async throws -> String {
        let result = try await run(program, arguments, in: workFolder)
        switch result.end {
        case .done: return result.output
        case .exhausted: throw Refusal.tooLaborious
        case .failed where ToolFailure(program, result).meansFullDisk: throw ToolFailure(program, result)
        case .failed: throw Refusal.damagedPicture
        }
    }

    /// Runs a program on the darkroom's own files and returns its output. Refuses with `tooBusy` if the program had too
    /// little time, as on a machine with much other work. If it fails otherwise, that is an incident.
    func use(
        _ program: String, _ arguments: [String], in workFolder: WorkFolder, loadsModules: Bool = false
    ) async throws -> String {
        let result = try await run(program, arguments, in: workFolder, loadsModules: loadsModules)
        if result.end == .exhausted { throw Refusal(.picture(.tooBusy)) }
        guard result.end == .done else { throw ToolFailure(program, result) }
        return result.output
    }

    /// `loadsModules` lets vips load its modules, one of which writes AVIF. Only for a run that reads no file from
    /// outside, because the other modules read unsafe formats.
    func run(
        _ program: String, _ arguments: [String], in workFolder: WorkFolder, loadsModules: Bool = false
    ) async throws -> ToolResult {
        try await limit.run {
            try await Self.spawn(program, arguments, in: workFolder, loadsModules: loadsModules)
        }
    }

    private static func spawn(
        _ program: String, _ arguments: [String], in workFolder: WorkFolder, loadsModules: Bool
    ) async throws -> ToolResult {
        let folder = workFolder.url.path(percentEncoded: false)
        do {
            // `env` changes the directory, because Subprocess itself requires a path type from another
            // package.
            let result = try await Subprocess.run(
                .name("env"), arguments: .init(["--chdir=" + folder] + bounds + [program] + arguments),
                environment: environment(home: folder, loadsModules: loadsModules), platformOptions: teardown,
                output: .string(limit: longestOutput),
                error: .string(limit: longestOutput))
            try Task.checkCancellation()  // After a cancellation, a killed child is not a failure.
            return try ToolResult(of: program, result.terminationStatus, result.standardOutput, result.standardError)
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .exhausted
        }
    }

    private static func environment(home: String, loadsModules: Bool = false) -> Environment {
        var variables: [Environment.Key: String] = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8", "HOME": home, "TMPDIR": home, "VIPS_CONCURRENCY": "1",
            // Blocks the loaders that libvips itself considers unsafe for hostile files (SVG, PDF,
            // ImageMagick).
            "VIPS_BLOCK_UNTRUSTED": "1",
            // Silences warnings, because each damaged line would cause one. Errors are still printed.
            "VIPS_WARNING": "1",
        ]
        // A folder without loadable modules, so that half of those loaders are not even in the process.
        if !loadsModules { variables["VIPSHOME"] = home }
        return .custom(variables)
    }
}
