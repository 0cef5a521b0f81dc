import Database
import Foundation
import Newsroom
import Web

/// One side of a move: a data folder, or a PostgreSQL database.
enum MovePlace {
    case folder(URL)
    case postgreSQL(PostgreSQLAddress)

    /// Reads the value of `option`. Throws if the value is neither, so that a mistyped address never becomes
    /// a folder.
    static func accept(_ written: String, as option: String) throws -> MovePlace {
        let looksLikeAddress =
            written.firstMatch(of: /^\s*[A-Za-z][A-Za-z0-9+.\-]*:\//) != nil || written.contains("://")
            || written.firstMatch(of: /^\s*[a-z_]+\s*=/) != nil
        if looksLikeAddress { return .postgreSQL(try .accept(written, as: option)) }
        let folder = URL(filePath: written, directoryHint: .isDirectory).absoluteURL
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), !isFolder.boolValue {
            throw CommandFault.notADataFolder(option: option, path: written)
        }
        return .folder(folder)
    }

    /// Opens the database and migrates it to the schema of this version. If `isMade`, creates a missing
    /// folder and database file; otherwise throws if the file is missing. Throws if the database cannot be
    /// opened.
    func open(isMade: Bool) async throws -> Database {
        let database: Database
        switch self {
        case .postgreSQL(var address):
            address.patience = nil
            database = Database(engine: PostgreSQLEngine(address))
        case .folder(let folder): database = try Self.open(folder, isMade: isMade)
        }
        try await Installation.migrate(database)
        return database
    }

    private static func open(_ folder: URL, isMade: Bool) throws -> Database {
        let file = folder.appending(path: "broadsheet.sqlite")
        guard isMade || FileManager.default.fileExists(atPath: file.path) else {
            throw CommandFault.noDatabase(path: folder.path)
        }
        do {
            try OwnerOnly.makeFolder(folder)
            return Database(engine: try SQLiteEngine(file: file))
        } catch {
            throw CommandFault.folderNotOpened(path: folder.path, reason: OperatorSentence.of(error))
        }
    }
}
