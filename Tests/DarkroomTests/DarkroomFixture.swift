import Darkroom
import Foundation
import Newsroom
import Testing

/// A darkroom in its own folder. Makes pictures with the programs that the darkroom uses.
final class DarkroomFixture: Sendable {
    let folder: URL
    let renditions: URL
    let darkroom: Darkroom

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "fixture [1] 100% \(UUID().uuidString)")
        renditions = folder.appending(path: "renditions")
        darkroom = Darkroom(folder: renditions)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A picture whose red increases from left to right, and whose green increases from top to bottom.
    func picture(_ name: String = "picture.jpg", _ width: Int = 400, _ height: Int = 300) async throws -> URL {
        try await run("vips", "xyz", "xyz.v", "\(width)", "\(height)")
        try await run(
            "vips", "linear", "xyz.v", "two.v", "\(255.0 / Double(width)) \(255.0 / Double(height))", "0 0", "--uchar")
        try await run("vips", "bandjoin_const", "two.v", "three.v", "100")
        try await run("vips", "copy", "three.v", name, "--interpretation", "srgb")
        return folder.appending(path: name)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String = "bytes") throws -> URL {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file
    }

    /// Writes metadata into a picture. `arguments` are passed to exiftool.
    func tag(_ picture: URL, _ arguments: String...) async throws { try await tag(picture, arguments) }

    func tag(_ picture: URL, _ arguments: [String]) async throws {
        try await run(
            "exiftool",
            ["-q", "-q", "-m", "-n", "-overwrite_original"] + arguments + ["--", picture.lastPathComponent])
    }

    func file(of rendition: Rendition) -> URL { renditions.appending(path: rendition.name) }

    /// The value of every tag of a file. The keys are `group:tag`.
    func tags(of file: URL) async throws -> [String: String] {
        let printed = try await run("exiftool", "-a", "-ee", "-s", "-G1", "-t", "--", file.path(percentEncoded: false))
        let lines = printed.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        return Dictionary(lines.map { ("\($0[0]):\($0[1])", String($0[2])) }) { first, _ in first }
    }

    /// The red, green and blue of a pixel. Its position is a fraction of the width and height.
    func colour(of rendition: Rendition, atX x: Double, y: Double) async throws -> [Int] {
        let column = Int(x * Double(rendition.width - 1)), row = Int(y * Double(rendition.height - 1))
        let printed = try await run("vips", "getpoint", "renditions/" + rendition.name, "\(column)", "\(row)")
        return printed.split(separator: " ").compactMap { Double($0) }.map(Int.init)
    }

    /// The names of the files in the folder of renditions.
    func storedNames() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: renditions.path(percentEncoded: false))
        return names.filter { $0 != ".developing" }.sorted()
    }

    /// The names of the darkroom's work folders.
    func workFolders() throws -> [String] {
        let parent = renditions.appending(path: ".developing")
        return try FileManager.default.contentsOfDirectory(atPath: parent.path(percentEncoded: false))
    }

    @discardableResult
    func run(_ program: String, _ arguments: String...) async throws -> String { try await run(program, arguments) }

    /// Runs a program on its own thread, because the test threads must not block.
    @discardableResult
    func run(_ program: String, _ arguments: [String]) async throws -> String {
        let folder = folder
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try Self.run(program, arguments, in: folder) })
            }
        }
    }

    private static func run(_ program: String, _ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        // libvips starts in half the time without its loadable modules, one of which reads AVIF.
        let isAVIF = arguments.contains { $0.hasSuffix(".avif") }
        let home = isAVIF ? [] : ["VIPSHOME=" + folder.path(percentEncoded: false)]
        process.arguments = home + [program] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = output
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) \(arguments.joined(separator: " "))")
        return String(decoding: printed, as: UTF8.self)
    }
}

extension Darkroom {
    /// Develops a picture whose item has no texts.
    func develop(_ file: URL) async throws -> DevelopedPicture { try await develop(file, for: .bare) }
}

extension IncomingPicture {
    /// An item without texts, so that all texts come from the file.
    static var bare: IncomingPicture {
        IncomingPicture(guid: "picture", wireVersion: 1, caption: "", provenance: Provenance(), fileNames: [])
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips the test if the programs are missing. In continuous integration, the test fails instead.
    static var needsTools: Self {
        .enabled("libvips-tools and libimage-exiftool-perl are not installed") {
            let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] == "true"
            let missing = await Darkroom(folder: FileManager.default.temporaryDirectory).missingTools()
            return isContinuousIntegration || missing.isEmpty
        }
    }

    /// Skips the test if the shared pictures are not next to the project.
    static func needsShared(_ path: String) -> Self {
        .enabled(if: FileManager.default.fileExists(atPath: Shared.file(path).path()), "../shared/\(path) is missing")
    }
}

/// The folder of shared test files next to the project.
enum Shared {
    static func file(_ path: String) -> URL {
        URL(filePath: #filePath).appending(path: "../../../../shared/" + path).standardizedFileURL
    }

    static func photo(_ name: String) -> URL { file("photos/" + name) }
}

extension Rendition {
    var size: [Int] { [width, height] }
}
