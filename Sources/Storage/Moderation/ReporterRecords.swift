import Database
package import Newsroom

extension Transaction {
    /// The record of a source of reports: its latest reports that the desk has decided on.
    package func reporterRecord(of source: String) throws -> ReporterRecord {
        try first(
            """
            SELECT COUNT(CASE WHEN g.outcome = 'uphold' THEN 1 END), COUNT(g.id)
            FROM (SELECT case_id FROM reports WHERE source = $1 ORDER BY id DESC LIMIT $2) r
                JOIN cases k ON k.id = r.case_id JOIN rulings g ON g.id = k.ruling_id
            """, source, ReporterRecord.reportsCounted
        ) { row in
            let (upheld, all): (Int, Int) = (try row[0], try row[1])
            return ReporterRecord(upheld: upheld, dismissed: all - upheld)
        } ?? ReporterRecord(upheld: 0, dismissed: 0)
    }
}
