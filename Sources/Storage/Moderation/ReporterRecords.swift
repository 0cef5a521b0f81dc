import Database
import Newsroom

extension Transaction {
    /// How the desk ruled on the latest reports from a source. Open cases do not count, nor does `ownCase`, nor a
    /// removal that the author asked for.
    func reporterRecord(of source: String, except ownCase: Case.ID? = nil) throws -> ReporterRecord {
        let latest = try all(
            """
            SELECT r.case_id, g.outcome, g.clause FROM reports r
            JOIN cases k ON k.id = r.case_id
            LEFT JOIN rulings g ON g.id = k.ruling_id
            WHERE r.source = $1 ORDER BY r.id DESC LIMIT $2
            """, source, ReporterRecord.reportsCounted
        ) { row in (deskCase: try row[0] as Case.ID, outcome: try row[1] as String?, clause: try row[2] as String?) }
        // A removal at the author's request says nothing about the report.
        let outcomes = latest.filter { $0.deskCase != ownCase }.compactMap { ruling in
            ruling.outcome == Ruling.Outcome.uphold.rawValue && ruling.clause == nil ? nil : ruling.outcome
        }
        let upheld = outcomes.count { $0 == Ruling.Outcome.uphold.rawValue }
        return ReporterRecord(upheld: upheld, dismissed: outcomes.count - upheld)
    }

    /// The record of each reporter of a case, by report. Reports from one source have one record.
    func reporterRecords(of deskCase: Case) throws -> [Report.ID: ReporterRecord] {
        guard !deskCase.reports.isEmpty else { return [:] }
        let sources = try all(
            "SELECT id, source FROM reports WHERE case_id = $1 ORDER BY id LIMIT 50", deskCase.id
        ) { row in (report: try row[0] as Report.ID, source: try row[1] as String) }
        var records: [String: ReporterRecord] = [:]
        var byReport: [Report.ID: ReporterRecord] = [:]
        for (report, source) in sources {
            let record = try records[source] ?? reporterRecord(of: source, except: deskCase.id)
            records[source] = record
            byReport[report] = record
        }
        return byReport
    }
}
