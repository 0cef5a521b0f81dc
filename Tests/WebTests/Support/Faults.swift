import Database
import Storage

extension TestSite {
    /// The faults of the database, such as counters that differ from a recount or a broken log.
    func faults() async throws -> [String] {
        let inside = try await database.integrityFaults()
        return try await database.read { tx in
            let entry = try tx.firstBrokenLogEntry().map { ["the log is broken at \($0)"] } ?? []
            return try tx.countFaults() + entry + inside
        }
    }
}
