import Foundation

/// The texts of the package, read from the folder that this file stands in.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files below `folder` with one of these endings, in order of their paths.
    static func files(below folder: String, ending extensions: Set<String> = ["swift"]) throws -> [SourceFile] {
        let below = root.appending(path: folder).path
        let paths = try FileManager.default.subpathsOfDirectory(atPath: below)
            .filter { extensions.contains(URL(filePath: $0).pathExtension) }
        return try paths.sorted().map { path in
            SourceFile(path: "\(folder)/\(path)", text: try text(of: "\(folder)/\(path)"))
        }
    }

    /// The text of a file. The path begins at the root of the package.
    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
