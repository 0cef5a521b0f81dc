import Foundation
import Testing

/// A recorded text next to the tests that lists the site's responses. A change to the site changes its lines.
enum Recorded {
    /// Compares `actual` with the file. If they differ, writes the actual text to the temporary folder. If
    /// the change is intended, copy it over the file.
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
            The site's responses differ from \(name); the new text was written to \(written.path)
            \(changes.joined(separator: "\n"))
            """, sourceLocation: place)
    }
}
