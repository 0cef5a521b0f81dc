import Foundation

/// The reason why a data folder, or the database that goes with it, cannot be used.
enum FolderFault: OperatorFault, Hashable {
    case noNewspaper(path: String)
    case noNewspaperIn(database: String)
    /// The folder has files, and none of them is Broadsheet's.
    case ofSomethingElse(path: String)
    /// The folder has a key, but its database is missing or empty. `move` is the command that moves the newspaper
    /// in the SQLite file into that database.
    case emptied(folder: String, database: String, move: String?)
    /// A move to PostgreSQL has put the database file aside.
    case movedAway(folder: String, file: String)
    /// The newspaper belongs to a key, and the folder has none.
    case noKey(path: String)
    case databaseOfSomethingElse(path: String)
    case damaged(path: String, words: String)
    case unopened(path: String, words: String)
    /// Other processes use the folder or the database.
    case inUse(place: String)
    case beingMoved(path: String)

    /// A full disk may get room, and a process may end.
    var isLasting: Bool {
        switch self {
        case .unopened, .inUse, .beingMoved: false
        default: true
        }
    }

    /// How to restore a backup into the folder that the service uses.
    private static func restoring(into folder: String) -> String {
        "To do that in the same folder, stop the server and run: \(movingAway(folder)) && broadsheet restore BACKUP --data '\(folder)'"
    }

    /// The command that moves all files of a folder away. The folder stays, with its owner.
    static func movingAway(_ folder: String) -> String {
        let (folder, old) = (quoted(folder), quoted(folder + "-old"))
        return "mkdir -m 700 \(old) && find \(folder) -mindepth 1 -maxdepth 1 -exec mv -t \(old) {} +"
    }

    /// A path as one word for a shell.
    private static func quoted(_ path: String) -> String { "'\(path.replacing("'", with: "'\\''"))'" }

    var description: String {
        switch self {
        case .noNewspaper(let path):
            "There is no newspaper in \(path). Check --data, or create a newspaper with `broadsheet serve`."
        case .noNewspaperIn(let database):
            "There is no newspaper in the database \(database). Check its address, or create a newspaper with "
                + "`broadsheet serve`."
        case .ofSomethingElse(let path):
            "\(path) has only files of other programs. Name an empty folder, a new folder, or the data "
                + "folder of a newspaper."
        case .emptied(let folder, let database, let move?):
            "\(folder) belongs to a newspaper, but the database \(database) is empty. To move the newspaper from the "
                + "folder into it, stop every process that uses either, and run: \(move)"
        case .emptied(let folder, let database, nil) where database.contains("://"):
            "\(folder) has the key of a newspaper, but the database \(database) is missing or empty. Check its address, or "
                + "stop every server and restore a dump into it with pg_restore."
        case .emptied(let folder, let database, nil):
            "\(folder) has the key of a newspaper, but the database \(database) is missing or empty. Check its name, or "
                + "restore a backup with `broadsheet restore`. \(Self.restoring(into: folder))"
        case .movedAway(let folder, let file):
            "The newspaper of \(folder) was moved to PostgreSQL. Set `database` in broadsheet.json, or BROADSHEET_DATABASE, "
                + "to its address. To go back to the old database, which lacks everything since then, run: "
                + "mv '\(file)' '\(folder)/\(NewspaperFolder.databaseName)'"
        case .noKey(let path):
            "The file \(path) is missing, and the newspaper in the database belongs to it. Copy secret.key and "
                + "broadsheet.json from the data folder that first served the newspaper, or from a backup. If the key is "
                + "lost for good, `broadsheet key accept` makes a new one; `broadsheet help key accept` says what that costs."
        case .databaseOfSomethingElse(let path):
            "\(path) is a database of another program. Broadsheet needs a database of its own: name another folder."
        case .damaged(let path, let words):
            "The database \(path) is damaged (\(words)). Restore a backup with `broadsheet restore`. "
                + Self.restoring(into: URL(filePath: path).deletingLastPathComponent().path)
        case .unopened(let path, let words):
            "The database \(path) cannot be opened (\(words)). Check that you may write to its folder, and that the disk "
                + "has free space."
        case .inUse(let place):
            "The newspaper in \(place) is in use by a server or another command. Stop every process that uses it, and "
                + "run this command again."
        case .beingMoved(let path):
            "Another command, such as `broadsheet move`, is using \(path) alone. Try again when that command has finished."
        }
    }
}
