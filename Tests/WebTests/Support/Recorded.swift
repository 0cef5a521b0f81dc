import Foundation
import Testing

/// A text that stands beside the tests and says what the site answers; a change of the site is a change of its lines.
enum Recorded {
    /// Holds `actual` against the file. Where they differ, the actual one is written to the temporary folder, to be read and, where
    /// the change is meant, copied over the file.
    static func expect(_ actual: String, in name: String, at place: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: name)
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard actual != expected else { return }
        let written = FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(name)")
        try actual.write(to: written, atomically: true, encoding: .utf8)
        let lines = actual.split(separator: "\n").difference(from: expected.split(separator: "\n"))
        let changes = lines.prefix(20).map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        Issue.record(
            """
            \(name) says something else; what is answered now was written to \(written.path)
            \(changes.joined(separator: "\n"))
            """, sourceLocation: place)
    }
}
