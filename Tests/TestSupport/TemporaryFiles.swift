package import Foundation

extension URL {
    /// A new path in the folder of temporary files. The folder is deleted when the tests end.
    package static func temporary(_ ending: String) -> URL { folder.appending(path: "\(UUID()).\(ending)") }

    private static let folder: URL = {
        let number = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-tests-\(number)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: URL.folder) }
        return folder
    }()
}
