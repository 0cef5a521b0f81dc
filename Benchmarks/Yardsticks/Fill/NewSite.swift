import Database
import Foundation
import Storage

/// An empty data folder with Broadsheet's own schema.
enum NewSite {
    /// Makes the folder and its database, and returns the database file. Refuses a folder that has one.
    static func make(in folder: URL) async throws -> URL {
        let file = folder.appending(path: "broadsheet.sqlite")
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw CocoaError(.fileWriteFileExists, userInfo: [NSFilePathErrorKey: file.path])
        }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "pictures"), withIntermediateDirectories: true)
        let database = Database(engine: try SQLiteEngine(file: file))
        try await Migrations.run(on: database)
        await database.close()
        return file
    }
}
