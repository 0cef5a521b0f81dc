import Database
package import Newsroom

extension Transaction {
    /// The acts that made the versions after one, up to another, newest first; at most 50.
    package func steps(of story: Story.ID, after older: Int, upTo newer: Int) throws -> [VersionStep] {
        try all(
            """
            SELECT \(VersionStep.columns) FROM versions v
            WHERE v.story_id = $1 AND v.number > $2 AND v.number <= $3 ORDER BY v.number DESC LIMIT 50
            """, story, older, newer
        ) { try step($0, from: 0) }
    }

    /// `VersionStep.columns`, beginning at `first`.
    func step(_ row: Row, from first: Int) throws -> VersionStep {
        let (note, agency): (String?, String?) = (try row[first + 3], try row[first + 4])
        return VersionStep(
            version: try row[first], act: try act(row, first + 1), note: note ?? agency, at: try row[first + 5])
    }
}

extension VersionStep {
    /// Of a version `v`.
    static let columns: SQL = "v.number, v.is_minor, v.act, v.note, v.revision_note, v.created_at"
}
