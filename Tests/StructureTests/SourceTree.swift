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
            let text = try String(contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
            return SourceFile(path: "\(folder)/\(path)", text: text)
        }
    }
}
