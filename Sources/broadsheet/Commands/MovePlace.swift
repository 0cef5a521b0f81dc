import Database
import Foundation
import Newsroom
import Web

/// One side of a move: a data folder, or a PostgreSQL database.
enum MovePlace {
    case folder(URL)
    case postgreSQL(PostgreSQLAddress)

    /// Throws for what is neither, so that no mistyped address becomes a folder. `option` is what it was given for.
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

    /// Opens it, and brings it to the schema of this program. A folder is made where it may be. Throws for one that is
    /// missing otherwise, and for what cannot be opened.
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
