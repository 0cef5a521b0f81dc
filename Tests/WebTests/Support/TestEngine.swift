import Database
import Foundation
import Storage

/// The engines that a site is tested on.
enum TestEngine: CaseIterable, Sendable {
    case memory, file

    /// An empty database with the schema of this program.
    func database() async throws -> Database {
        let database = Database(engine: try engine())
        try await Migrations.run(on: database)
        return database
    }

    private func engine() throws -> SQLiteEngine {
        switch self {
        case .memory: try SQLiteEngine(inMemory: ())
        case .file: try SQLiteEngine(file: .temporary("sqlite"))
        }
    }
}

extension URL {
    /// A path in the folder for temporary files where nothing is yet.
    static func temporary(_ ending: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(UUID()).\(ending)")
    }
}
