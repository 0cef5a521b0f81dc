import Crypto
import Foundation

/// The reason why the file with the secret of a data folder cannot be used.
package enum KeyFault: Error, Sendable, Hashable {
    /// It has another length than every secret has.
    case damaged(path: String)
    /// All its bytes are equal, as after a failure of a disk. Anybody could guess such a secret.
    case uniform(path: String)
    /// The system refuses to read or write it, with this error number (errno(3)).
    case refused(path: String, number: Int32)
}

/// The file with the secret of a data folder. It is either complete or absent.
enum KeyFile {
    private static let length = 32

    /// Reads the secret, or creates one that only its owner can read. If several processes start in one
    /// folder at the same moment, the first secret wins.
    static func secret(in file: URL) throws(KeyFault) -> SymmetricKey {
        if let known = try known(in: file) { return known }
        try make(file)
        guard let made = try known(in: file) else { throw .refused(path: file.path, number: ENOENT) }
        return made
    }

    /// The secret; `nil` if there is no file.
    static func known(in file: URL) throws(KeyFault) -> SymmetricKey? {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .refused(path: file.path, number: errno)
        }
        defer { close(descriptor) }
        // One byte more than a secret has, to notice a file that is too long.
        var bytes = [UInt8](repeating: 0, count: length + 1)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .refused(path: file.path, number: errno) }
        guard count == length else { throw .damaged(path: file.path) }
        guard Set(bytes.prefix(length)).count > 1 else { throw .uniform(path: file.path) }
        return SymmetricKey(data: bytes.prefix(length))
    }

    private static func make(_ file: URL) throws(KeyFault) {
        let folder = file.deletingLastPathComponent()
        let draft = folder.appending(path: ".\(file.lastPathComponent)-\(UUID().uuidString)").path
        let secret = SymmetricKey(size: .bits256)
        defer { unlink(draft) }
        try write(secret, to: draft)
        // Unlike a rename, a hard link never replaces a file. Some file systems have no hard links.
        if link(draft, file.path) != 0, errno != EEXIST {
            do { try write(secret, to: file.path) } catch .refused(_, EEXIST) {}
        }
        sync(folder)
    }

    /// Writes a new file that only its owner can read. Fails if the file exists.
    private static func write(_ secret: SymmetricKey, to path: String) throws(KeyFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .refused(path: path, number: errno) }
        let written = secret.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        // A short write means that the disk is full.
        let number = written < 0 || fsync(descriptor) != 0 ? errno : written == length ? 0 : ENOSPC
        let isClosed = close(descriptor) == 0
        guard number == 0, isClosed else { throw .refused(path: path, number: number == 0 ? EIO : number) }
    }

    /// Makes the new file durable, so that a power failure cannot lose a secret that has claimed a database.
    private static func sync(_ folder: URL) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
