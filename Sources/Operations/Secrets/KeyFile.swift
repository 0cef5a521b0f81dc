import Crypto
import Foundation

/// The file with the secret of a data folder. It is either complete or absent.
enum KeyFile {
    private static let length = 32

    /// Reads the secret, or creates one that only its owner can read. If several processes start in one
    /// folder at the same moment, the first secret wins.
    static func secret(in file: URL) throws -> SymmetricKey {
        if let known = known(in: file) { return known }
        try make(file)
        guard let made = known(in: file) else { throw CocoaError(.fileWriteUnknown) }
        return made
    }

    private static func known(in file: URL) -> SymmetricKey? {
        guard let bytes = try? Data(contentsOf: file), bytes.count == length else { return nil }
        return SymmetricKey(data: bytes)
    }

    private static func make(_ file: URL) throws {
        let folder = file.deletingLastPathComponent()
        let draft = folder.appending(path: ".\(file.lastPathComponent)-\(UUID().uuidString)").path
        let secret = SymmetricKey(size: .bits256)
        defer { unlink(draft) }
        try write(secret, to: draft)
        // Unlike a rename, a hard link never replaces a file. Some file systems have no hard links.
        if link(draft, file.path) != 0, errno != EEXIST { try write(secret, to: file.path) }
        sync(folder)
    }

    /// Writes a new file that only its owner can read. Fails if the file exists.
    private static func write(_ secret: SymmetricKey, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        let written = secret.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        let isOnDisk = written == length && fsync(descriptor) == 0
        guard close(descriptor) == 0, isOnDisk else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Makes the new file durable, so that a power failure cannot lose a secret that has claimed a database.
    private static func sync(_ folder: URL) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
