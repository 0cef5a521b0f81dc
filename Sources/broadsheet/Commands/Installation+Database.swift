import Darkroom
import Database
import Foundation
import Newsroom
import Operations
import Storage
import Web

extension Installation {
    /// A hint for the operator if the PostgreSQL database has no stories but the unused SQLite file in the
    /// data folder has some; `nil` otherwise.
    func storiesLeftBehind() async throws -> String? {
        let file = folder.database
        guard let address, FileManager.default.fileExists(atPath: file.path),
            try await !database.read({ tx in try tx.hasStories }),
            let old = (try? SQLiteEngine(file: file)).map({ Database(engine: $0) })
        else { return nil }
        let isFilled = try? await old.read { tx in try tx.hasStories }
        await old.close()
        guard isFilled == true else { return nil }
        return """
            The PostgreSQL database has no stories, but \(file.path) has. To move them, stop every process that uses \
            either database, and run: \(address.move(from: folder.path))
            """
    }

    /// A warning if files of the newest pictures are missing; `nil` otherwise. Does not ask a bucket.
    func picturesLost() async throws -> String? {
        guard case .folder(let folder) = pictures else { return nil }
        let names = try await database.read { tx in try tx.newestRenditionNames(limit: 200) }
        guard try await !pictureStore.missing(among: names).isEmpty else { return nil }
        return """
            Picture files are missing in \(folder.path), so readers do not see these pictures. Restore them from a \
            backup; `broadsheet check` lists them.
            """
    }

    /// The keys of this folder, which are created if it has none and belong to the database from then on. Refuses
    /// with `conflict` if the database belongs to other keys.
    func keys() async throws -> Keys {
        try await requireKeys()
        let keys = try Keys(file: folder.key)
        if try await database.read({ tx in try tx.fingerprint }) != keys.fingerprint {
            try await database.write { tx in try tx.claim(fingerprint: keys.fingerprint) }
        }
        return keys
    }

    /// Refuses with `conflict` if the database belongs to other keys than this folder has. Throws if it has none.
    /// A new secret would then take the place of the right one. An older database may belong to no keys yet.
    func requireKeys() async throws {
        guard let claim = try await database.read({ tx in try tx.fingerprint }) else { return }
        // Another process that starts in this folder may just have created the file and then claimed the database,
        // so the file is read last.
        guard let keys = try Keys.existing(in: folder.key) else { throw FolderFault.noKey(path: folder.key.path) }
        guard keys.fingerprint == claim else { throw Refusal(.database(.ofAnotherKey)) }
    }
}
