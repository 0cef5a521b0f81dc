import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

/// Writes sample pages to the folder named by PREVIEW_DIR, for viewing in a browser. Skipped without it.
@Suite(
    "Preview of pages",
    .enabled(if: ProcessInfo.processInfo.environment["PREVIEW_DIR"] != nil, "PREVIEW_DIR is not set"),
    .timeLimit(.minutes(1)))
struct Preview {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["PREVIEW_DIR"] ?? "", directoryHint: .isDirectory)

    @Test("Sample pages are written")
    func write() throws {
        let context = try Sample.context()
        for (name, html) in try PreviewPages(context: context).all() {
            try write(html.separated().page.bytes, to: "\(name).html")
        }
        for asset in Assets.all { try write(asset.bytes, to: "assets/\(asset.name)") }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
