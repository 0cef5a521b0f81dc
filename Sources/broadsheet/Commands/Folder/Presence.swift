import Database
import Foundation
import Storage
import Web

/// Decides whether there is a newspaper, and whether a command may create one there.
struct Presence {
    let folder: NewspaperFolder
    /// The PostgreSQL database; `nil` for the SQLite file in the folder.
    let address: PostgreSQLAddress?
    /// Whether the command creates a newspaper if there is none.
    let isBegun: Bool
    /// Whether the folder had a key before the database was opened. A key is made after the tables of its database,
    /// so an empty database beside a key was emptied, or is another one.
    private let hasKey: Bool

    init(folder: NewspaperFolder, address: PostgreSQLAddress?, isBegun: Bool) {
        self.folder = folder
        self.address = address
        self.isBegun = isBegun
        hasKey = folder.hasKey
    }

    /// Looks at the folder before anything is created. Returns whether the newspaper is there; `nil` if that depends on
    /// the PostgreSQL database.
    func before() throws -> Bool? {
        if isBegun {
            try folder.requireOwnOrEmpty()
            try folder.requireWritablePictures()
        }
        guard address == nil else {
            guard isBegun || folder.isOurs else { throw FolderFault.noNewspaper(path: folder.path) }
            return nil
        }
        let content = try folder.content()
        if content == .foreign { throw FolderFault.databaseOfSomethingElse(path: folder.database.path) }
        try require(content == .newspaper, FolderFault.noNewspaper(path: folder.path))
        return content == .newspaper
    }

    /// Whether the newspaper is in the PostgreSQL database.
    func `in`(_ database: Database) async throws -> Bool {
        let isThere = try await database.read { tx in try tx.hasNewspaper }
        try require(isThere, FolderFault.noNewspaperIn(database: shown))
        return isThere
    }

    private func require(_ isThere: Bool, _ fault: FolderFault) throws {
        if isThere { return }
        if address == nil, let file = folder.databaseAside {
            throw FolderFault.movedAway(folder: folder.path, file: file.path)
        }
        if hasKey { throw FolderFault.emptied(folder: folder.path, database: shown, move: move) }
        guard isBegun else { throw fault }
    }

    private var shown: String { address?.shown ?? folder.database.path }

    /// The command that moves the newspaper in the SQLite file to the PostgreSQL database.
    private var move: String? {
        guard let address, (try? folder.content()) == .newspaper else { return nil }
        return address.move(from: folder.path)
    }
}
