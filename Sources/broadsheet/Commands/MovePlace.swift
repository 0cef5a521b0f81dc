import Database
import Foundation
import Newsroom
import Operations
import Storage
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

    /// The place for display, without a password.
    var shown: String {
        switch self {
        case .folder(let folder): folder.path
        case .postgreSQL(let address): address.shown
        }
    }

    /// The data folder; `nil` for a PostgreSQL database.
    var folder: URL? { if case .folder(let folder) = self { folder } else { nil } }

    /// Refuses with `conflict` if this is a folder with the key of another newspaper than the one in `source`.
    func requireKey(of source: Database) async throws {
        guard let folder, let keys = try Keys.existing(in: NewspaperFolder(url: folder).key),
            let claim = try await source.read({ tx in try tx.fingerprint }), claim != keys.fingerprint
        else { return }
        throw Refusal(.database(.ofAnotherKey))
    }

    /// Opens the database and migrates it to the schema of this version. If `isMade`, creates a missing newspaper;
    /// otherwise throws if there is none. Throws if the folder belongs to something else, or if the database cannot
    /// be opened.
    func open(isMade: Bool) async throws -> Database {
        let database: Database
        switch self {
        case .postgreSQL(var address):
            address.patience = nil
            database = Database(engine: PostgreSQLEngine(address))
            let isThere = try await database.read { tx in try tx.hasNewspaper }
            guard isMade || isThere else { throw CommandFault.nothingToMove(place: "the database \(address.shown)") }
        case .folder(let folder): database = try Self.open(NewspaperFolder(url: folder), isMade: isMade)
        }
        try await Migrations.run(on: database)
        return database
    }

    private static func open(_ folder: NewspaperFolder, isMade: Bool) throws -> Database {
        try folder.requireUsable()
        switch try folder.content() {
        case .foreign: throw FolderFault.databaseOfSomethingElse(path: folder.database.path)
        case .nothing, .begun:
            guard isMade else { throw CommandFault.nothingToMove(place: folder.path) }
            try folder.requireOwnOrEmpty()
        case .newspaper: break
        }
        do { try OwnerOnly.makeFolder(folder.url) } catch { throw PathFault(error, at: folder.path) ?? error }
        return try folder.opened()
    }
}
