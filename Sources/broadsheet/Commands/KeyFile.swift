import Foundation

/// The secret of a data folder on its way into its file, which is there whole or not at all.
enum KeyFile {
    private static let length = 32

    /// Makes the file where there is none. Of programs that start together in one folder, the first one's stays. Throws where nothing can
    /// be written; on a file system without links nothing is made, and who reads the file makes it.
    static func make(at file: URL) throws {
        guard !FileManager.default.fileExists(atPath: file.path) else { return }
        let folder = file.deletingLastPathComponent()
        let draft = folder.appending(path: ".secret.key-\(UUID().uuidString)").path
        defer { unlink(draft) }
        try write(to: draft)
        // Unlike a move, it takes nobody's place.
        guard link(draft, file.path) == 0 else { return }
        sync(folder)
    }

    /// From the system's generator, and for the owner alone.
    private static func write(to path: String) throws {
        let secret = (0..<length).map { _ in UInt8.random(in: .min ... .max) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        let isWritten = Foundation.write(descriptor, secret, length) == length && fsync(descriptor) == 0
        guard close(descriptor) == 0, isWritten else { throw CocoaError(.fileWriteUnknown) }
    }

    /// So that a database is not claimed by a secret that is gone when the power comes back.
    private static func sync(_ folder: URL) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
