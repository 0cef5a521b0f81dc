import Foundation

/// The text files of the package that contains this source file.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files below `folder` with one of these extensions, sorted by path.
    static func files(below folder: String, ending extensions: Set<String> = ["swift"]) throws -> [SourceFile] {
        let below = root.appending(path: folder).path
        let paths = try FileManager.default.subpathsOfDirectory(atPath: below)
            .filter { extensions.contains(URL(filePath: $0).pathExtension) }
        return try paths.sorted().map { path in
            SourceFile(path: "\(folder)/\(path)", text: try text(of: "\(folder)/\(path)"))
        }
    }

    /// The text of a file. The path is relative to the package root.
    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
