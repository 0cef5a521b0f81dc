import Database
import Foundation
import Storage

/// The data folder of a newspaper, before it is opened: whether it is one of Broadsheet's, and whether the user
/// who runs the command may use it.
struct NewspaperFolder {
    let url: URL

    var path: String { url.path }
    var database: URL { url.appending(path: Self.databaseName) }
    var key: URL { url.appending(path: Self.keyName) }
    var settings: URL { url.appending(path: Self.settingsName) }
    /// Mails, while there is no relay.
    var outbox: URL { url.appending(path: Self.outboxName, directoryHint: .isDirectory) }
    var pictures: URL { url.appending(path: Self.picturesName, directoryHint: .isDirectory) }

    static let databaseName = "broadsheet.sqlite"
    static let keyName = "secret.key"
    static let settingsName = "broadsheet.json"
    static let picturesName = "pictures"
    static let outboxName = "outbox"
    /// The files that a backup has beside its pictures.
    static let backedUp = [databaseName, keyName, settingsName]
    /// The files beside a database that has not been closed. They have the last changes.
    static let logs = ["\(databaseName)-wal", "\(databaseName)-journal"]

    /// The files by which a folder is recognized. A marker says that a demo edition was interrupted.
    private static let ownMarks = backedUp + [Demo.unfinished]
    /// Other names that a folder may have when a newspaper is created in it: our own folders, and the folder that
    /// a new file system has.
    private static let harmless: Set<String> = [picturesName, outboxName, ".developing", "lost+found"]

    /// What the SQLite file holds.
    enum Content { case nothing, newspaper, begun, foreign }

    /// Throws if the path is not a folder that this user may read and write. A missing folder is no fault.
    /// Only a restore may go on where one was interrupted.
    func requireUsable(toRestore: Bool = false) throws(PathFault) {
        guard let found = try Place.look(at: path) else { return }
        guard found == .folder else { throw .notAFolder(path: path) }
        guard access(path, R_OK | W_OK | X_OK) == 0 else { throw PathFault(errno, at: path) }
        // Opening the database changes its file. The backup would no longer be the one that was verified.
        if try Place.look(at: url.appending(path: BackupManifest.name).path) != nil { throw .backup(path: path) }
        if !toRestore, RestoreTrace(in: url).isInterrupted { throw .halfRestored(path: path) }
        for file in [database.path, database.path + "-wal", database.path + "-shm", key.path] {
            try Place.requireFile(file, R_OK | (file == key.path ? 0 : W_OK))
        }
        guard let found = try Place.look(at: pictures.path) else { return }
        guard found == .folder else { throw .notAFolder(path: pictures.path) }
        guard access(pictures.path, R_OK | X_OK) == 0 else { throw PathFault(errno, at: pictures.path) }
    }

    /// Throws if this user may not add pictures to the folder of the pictures. A missing folder is no fault.
    func requireWritablePictures() throws(PathFault) {
        guard try Place.look(at: pictures.path) != nil else { return }
        guard access(pictures.path, W_OK) == 0 else { throw PathFault(errno, at: pictures.path) }
    }

    /// Whether one of our files is in the folder.
    var isOurs: Bool {
        Self.ownMarks.contains { FileManager.default.fileExists(atPath: url.appending(path: $0).path) }
    }

    var isMissing: Bool { !FileManager.default.fileExists(atPath: path) }
    var hasKey: Bool { FileManager.default.fileExists(atPath: key.path) }

    /// Throws unless the folder is missing, empty or one of ours: a mistyped folder stays as it is.
    func requireOwnOrEmpty() throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard isOurs || names.allSatisfy(Self.harmless.contains) else { throw FolderFault.ofSomethingElse(path: path) }
    }

    /// What the SQLite file holds. Throws if the file is damaged.
    func content() throws -> Content {
        let tables: Set<String>
        do { tables = try SQLiteFile.tables(in: database) } catch DatabaseFault.damaged(let words) {
            throw FolderFault.damaged(path: database.path, words: words)
        }
        if tables.isEmpty { return .nothing }
        guard tables.contains(NewspaperTables.first) else { return .foreign }
        return tables.contains(NewspaperTables.decisive) ? .newspaper : .begun
    }

    /// Opens or creates the SQLite file.
    func opened() throws -> Database {
        do { return Database(engine: try SQLiteEngine(file: database)) } catch DatabaseFault.damaged(let words) {
            throw FolderFault.damaged(path: database.path, words: words)
        } catch DatabaseFault.storageFailed(let words) {
            throw FolderFault.unopened(path: database.path, words: words)
        }
    }
}

/// Looks at paths, and refuses a symbolic link without a target.
enum Place {
    enum Kind { case file, folder, other }

    /// What is at a path; `nil` if nothing is. Throws for a symbolic link without a target, and for a folder on
    /// the way that this user may not enter.
    static func look(at path: String) throws(PathFault) -> Kind? {
        var found = stat()
        if stat(path, &found) == 0 {
            return switch found.st_mode & S_IFMT {
            case S_IFDIR: .folder
            case S_IFREG: .file
            default: .other
            }
        }
        let number = errno
        var link = stat()
        if number == ENOENT, lstat(path, &link) == 0 {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
            throw .dangling(path: path, target: target ?? "?")
        }
        if number == ENOENT { return nil }
        throw PathFault(number, at: path)
    }

    /// Throws if something other than a file is at a path, or a file that this user may not use as `mode` says
    /// (access(2)). A missing file is no fault.
    static func requireFile(_ path: String, _ mode: Int32) throws(PathFault) {
        guard let found = try look(at: path) else { return }
        guard found == .file else { throw .notAFile(path: path) }
        guard access(path, mode) == 0 else { throw PathFault(errno, at: path) }
    }
}
