import Database
import Foundation
import Storage
import Synchronization

/// Locks on data folders (flock(2) on the folder itself, so there is no file to leave behind). Every process
/// that has opened a newspaper shares the lock of its folder. A command that needs the newspaper for itself
/// takes the lock alone.
///
/// A lock ends with its process. On a file system without such locks, nothing is locked.
enum FolderLock {
    /// Throws if another process has locked the folder alone.
    static func share(_ folder: URL) throws(FolderFault) {
        guard lock(folder, LOCK_SH) else { throw .beingMoved(path: folder.path) }
    }

    /// Throws if any other process uses the folder.
    static func takeAlone(_ folder: URL) throws(FolderFault) {
        guard lock(folder, LOCK_EX) else { throw .inUse(place: folder.path) }
    }

    /// Whether no other process uses the folder at this moment.
    static func isFree(_ folder: URL) -> Bool {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }

    /// The open folders, by path. A process that has a folder open twice would wait for itself.
    private static let held = Mutex<[String: Int32]>([:])

    private static func lock(_ folder: URL, _ kind: Int32) -> Bool {
        held.withLock { held in
            let descriptor = held[folder.path] ?? open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return true }
            held[folder.path] = descriptor
            return flock(descriptor, kind | LOCK_NB) == 0 || errno != EWOULDBLOCK
        }
    }
}

extension Database {
    /// Throws if another process serves the newspaper here or uses its folder. Until this process ends, none can begin
    /// to. `shown` is the place for display.
    func requireAlone(in folder: URL?, shown: String) async throws {
        if let folder { try FolderLock.takeAlone(folder) }
        guard try await write({ tx in try tx.takeNewspaperAlone() }) else { throw FolderFault.inUse(place: shown) }
    }
}
