package import Database
package import Foundation
package import Newsroom

/// Archives of the data that is stored about a person. A job collects the parts of the files, a limited
/// number of comments at a time. They are put together when the person fetches the archive.
extension Transaction {
    /// The archive that a person has ordered last; `nil` if there is none, or if it has expired.
    package func download(of person: Person.ID, now: Date) throws -> Download? {
        try first(
            "SELECT ordered_at, made_at, expires_at FROM downloads WHERE person_id = $1 AND expires_at > $2", person,
            now
        ) { row in Download(orderedAt: try row[0], madeAt: try row[1], expiresAt: try row[2]) }
    }

    /// Orders an archive, in place of an earlier one. Refuses with `tooSoon` within an hour of the last
    /// order.
    package func orderDownload(of person: Person.ID, now: Date) throws {
        if let next = try download(of: person, now: now)?.againAt(now) {
            let wait = Int(next.timeIntervalSince(now).rounded(.up))
            throw Refusal(.account(.orderedRecently), retryAfter: max(wait, 1))
        }
        try deleteDownload(of: person)
        try run(
            "INSERT INTO downloads (person_id, ordered_at, expires_at) VALUES ($1, $2, $3)", person, now,
            now.addingTimeInterval(Download.keptFor))
        try enqueue(JobOrder(.makeDownload, Person.Errand(person), dueAt: now), now: now)
    }

    /// Collects the next part of an archive. Returns whether there are more.
    package func collectDownload(of person: Person.ID, now: Date) throws -> Bool {
        let key = try first(
            "SELECT after_at, after_number FROM downloads WHERE person_id = $1 AND made_at IS NULL", person
        ) { row in
            (try row[0] as Int64?).flatMap { at in
                (try? row[1] as Int64?).flatMap { $0 }.map { PageKey(milliseconds: at, number: $0) }
            }
        }
        guard let key else { return false }
        if key == nil {
            for file in PersonalFile.allCases where file != .comments {
                try add(try personalPart(file, of: person, after: nil).text, to: file, of: person)
            }
        }
        let part = try personalPart(.comments, of: person, after: key)
        if key == nil || !part.text.isEmpty { try add(part.text, to: .comments, of: person) }
        if let next = part.next {
            try run(
                "UPDATE downloads SET after_at = $2, after_number = $3 WHERE person_id = $1", person, next.milliseconds,
                next.number)
            return true
        }
        try run(
            "UPDATE downloads SET made_at = $2, expires_at = $3 WHERE person_id = $1", person, now,
            now.addingTimeInterval(Download.keptFor))
        return false
    }

    /// The part of a file after the place of another part. Refuses with `notFound` if the archive is not
    /// ready or has expired.
    package func downloadPart(
        _ file: PersonalFile, of person: Person.ID, after key: PageKey?, now: Date
    ) throws -> PersonalPart {
        guard try download(of: person, now: now)?.madeAt != nil else { throw Refusal(.missing(.download)) }
        let found = try all(
            """
            SELECT number, text FROM download_parts
            WHERE person_id = $1 AND file = $2 AND number > $3 ORDER BY number LIMIT 2
            """, person, file.rawValue, key?.number ?? 0
        ) { row in (number: try row[0] as Int64, text: try row[1] as String) }
        let next = found.count > 1 ? found.first.map { PageKey(milliseconds: 0, number: $0.number) } : nil
        return PersonalPart(text: found.first?.text ?? "", next: next)
    }

    func deleteDownload(of person: Person.ID) throws {
        try run("DELETE FROM download_parts WHERE person_id = $1", person)
        try run("DELETE FROM downloads WHERE person_id = $1", person)
    }

    private func add(_ text: String, to file: PersonalFile, of person: Person.ID) throws {
        try run(
            """
            INSERT INTO download_parts (person_id, file, number, text)
            SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3 FROM download_parts WHERE person_id = $1 AND file = $2
            """, person, file.rawValue, text)
    }
}
