import Foundation

/// Real input next to the project, in `../shared`. Tests that read it are skipped if it is missing.
enum SharedInput {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    static func files(in path: String) -> [URL] {
        let folder = folder.appending(path: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }
    }
}
