import Foundation
import Synchronization

/// Notices that the database file is no longer the one that was opened, or that a page of it cannot be read.
///
/// SQLite goes on writing into a file that has no name any more, and acknowledges what is lost with the process.
final class SQLiteFileState: Sendable {
    private struct Identity: Hashable {
        let device: dev_t
        let inode: ino_t

        /// `nil` if there is no such file.
        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            (device, inode) = (found.st_dev, found.st_ino)
        }
    }

    /// The database and its write-ahead log, as they were opened.
    private let opened: [(path: String, identity: Identity)]
    /// The first words of the engine about damage. They stay: the file can be repaired only while nobody has it open.
    private let damage = Mutex<String?>(nil)

    /// The files must be open already.
    init(of file: URL) {
        opened = [file.path, file.path + "-wal"].compactMap { path in Identity(path).map { (path, $0) } }
    }

    /// What is wrong with the file; `nil` if nothing is known.
    var fault: String? { moveFault ?? damage.withLock { $0 } }

    /// Throws if what is written now would be lost.
    func requirePlace() throws {
        if let fault = moveFault { throw DatabaseFault.storageFailed(fault) }
    }

    /// Remembers that a read or a write found damage.
    func note(_ error: any Error) {
        guard case DatabaseFault.damaged(let words) = error else { return }
        damage.withLock { $0 = $0 ?? "the database file is damaged (\(words)); restore a backup" }
    }

    private var moveFault: String? {
        for (path, identity) in opened {
            let now = Identity(path)
            guard now != identity else { continue }
            let name = URL(filePath: path).lastPathComponent
            return now == nil
                ? "\(name) was moved or deleted; move it back, or stop the server and restore a backup"
                : "\(name) was replaced; restart the server if the new file is the right one"
        }
        return nil
    }
}
