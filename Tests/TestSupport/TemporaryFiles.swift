package import Foundation

extension URL {
    /// A path in the folder for temporary files where nothing is yet. What comes to stand there is taken away when the tests end.
    package static func temporary(_ ending: String) -> URL { folder.appending(path: "\(UUID()).\(ending)") }

    private static let folder: URL = {
        let number = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-tests-\(number)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: URL.folder) }
        return folder
    }()
}
