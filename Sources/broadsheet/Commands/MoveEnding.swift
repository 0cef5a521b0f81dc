import Database
import Foundation

/// Ends a complete move: puts the old file aside, and says what comes next.
struct MoveEnding {
    let from: MovePlace
    let to: MovePlace

    /// Puts the old database file aside if the newspaper is in PostgreSQL now. Without the setting, a server would
    /// otherwise go on with the old file, and nobody would notice. Returns sentences for the operator.
    func lines() throws -> [String] {
        switch (from, to) {
        case (.folder(let folder), .postgreSQL(let address)): try left(NewspaperFolder(url: folder), for: address)
        case (_, .folder(let folder)): arrived(in: NewspaperFolder(url: folder))
        case (.postgreSQL, .postgreSQL(let address)): [next(address)]
        }
    }

    private func left(_ folder: NewspaperFolder, for address: PostgreSQLAddress) throws -> [String] {
        let aside = try folder.putDatabaseAside()
        return [
            "The old database is unchanged. It is now named \(aside.path), so that no server goes on with it.",
            "To go back to it, rename it: mv '\(aside.path)' '\(folder.database.path)'",
            next(address),
        ]
    }

    private func next(_ address: PostgreSQLAddress) -> String {
        "Next, set `database` in broadsheet.json, or BROADSHEET_DATABASE in the environment file, to "
            + "\(address.withoutPassword)"
            + (address.hasPassword ? " (with its password, or set PGPASSWORD)" : "") + ", and start the server."
    }

    private func arrived(in folder: NewspaperFolder) -> [String] {
        guard folder.hasKey else {
            let settings = FileManager.default.fileExists(atPath: folder.settings.path) ? "" : "broadsheet.json, "
            return [
                "\(folder.path) has no secret.key yet, so every other command refuses it. Next, copy secret.key, "
                    + "\(settings)and the folder pictures there from the data folder of the old server. Then start the "
                    + "server without the setting `database`."
            ]
        }
        return ["Next, remove the setting `database` or BROADSHEET_DATABASE if it is set, and start the server."]
    }
}

extension NewspaperFolder {
    private var aside: URL { url.appending(path: "\(Self.databaseName).moved") }

    /// The file that a move to PostgreSQL has put aside; `nil` if there is none.
    var databaseAside: URL? { FileManager.default.fileExists(atPath: aside.path) ? aside : nil }

    /// Gives the database file another name, and keeps files that an earlier move has put aside. Nobody else may have
    /// it open.
    func putDatabaseAside() throws -> URL {
        let files = FileManager.default
        if let earlier = databaseAside {
            var number = 2
            while files.fileExists(atPath: "\(earlier.path)-\(number)") { number += 1 }
            try files.moveItem(atPath: earlier.path, toPath: "\(earlier.path)-\(number)")
        }
        try SQLiteFile.endLog(of: database)
        guard rename(database.path, aside.path) == 0 else { throw PathFault(errno, at: database.path) }
        return aside
    }
}

extension MovePlace {
    /// Whether both are the same folder, also by a symbolic link, or the same address.
    func isSame(as other: MovePlace) -> Bool {
        switch (self, other) {
        case (.folder(let one), .folder(let other)):
            let files = (NewspaperFolder(url: one).database.path, NewspaperFolder(url: other).database.path)
            return Self.isSame(one.path, other.path) || Self.isSame(files.0, files.1)
                || one.standardizedFileURL.path == other.standardizedFileURL.path
        case (.postgreSQL(let one), .postgreSQL(let other)): return one.isSame(as: other)
        default: return false
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
    }
}
