package import Foundation

/// A look into a database file without opening it for writing.
package enum SQLiteFile {
    /// Ends the use of a write-ahead log, so that the database is a single file that can also be read where nothing can
    /// be written. Nobody else may have it open.
    package static func endLog(of file: URL) throws {
        try SQLiteHandle(.file(file)).execute("PRAGMA journal_mode = DELETE")
    }

    private static let magic = Data("SQLite format 3\0".utf8)

    /// The names of its tables; empty if the file is missing or empty. Throws `damaged` if it is not a database.
    package static func tables(in file: URL) throws -> Set<String> {
        guard let start = try? FileHandle(forReadingFrom: file) else { return [] }
        defer { try? start.close() }
        guard let bytes = try start.read(upToCount: magic.count), !bytes.isEmpty else { return [] }
        guard bytes == magic else { throw DatabaseFault.damaged("it is not an SQLite database") }
        var names: Set<String> = []
        try SQLiteHandle(.file(file), .readOnly, patience: .seconds(10))
            .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").run { row in
                if let name = row.text(at: 0) { names.insert(name) }
            }
        return names
    }
}
