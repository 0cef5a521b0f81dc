import Database
package import Newsroom

extension Transaction {
    /// The acts that made the versions after one, up to another, newest first; at most 50.
    package func steps(of story: Story.ID, after older: Int, upTo newer: Int) throws -> [VersionStep] {
        try all(
            """
            SELECT number, act, is_minor, note, revision_note, created_at FROM versions
            WHERE story_id = $1 AND number > $2 AND number <= $3 ORDER BY number DESC LIMIT 50
            """, story, older, newer
        ) { row in
            let (act, isTypo): (String, Bool) = (try row[1], try row[2])
            let (note, agency): (String?, String?) = (try row[3], try row[4])
            return VersionStep(
                version: try row[0], act: isTypo ? .typo : Version.Act(rawValue: act) ?? .update,
                note: note ?? agency, at: try row[5])
        }
    }
}
