package import Database
import Foundation
package import Newsroom

/// A part of a file of a person's archive: objects in JSON, separated by commas.
package struct PersonalPart: Sendable {
    package let text: String
    /// Where the next part begins; `nil` after the last one.
    package let next: PageKey?
}

/// Reads the data about a person from the tables.
extension Transaction {
    /// The maximum number of comments in a part, and the length in bytes after which a part takes no more.
    private static var mostInPart: Int { 500 }
    private static var longPart: Int { 1 << 20 }
    /// The maximum number of sessions, of sign-ins, of reports and of notifications.
    private static var mostInFile: Int { 10_000 }

    /// A part of a file, after the place of another one. Only comments have several parts.
    package func personalPart(_ file: PersonalFile, of person: Person.ID, after key: PageKey?) throws -> PersonalPart {
        switch file {
        case .account: PersonalPart(text: try json([personalAccount(person)].compactMap(\.self)), next: nil)
        case .comments: try personalComments(of: person, after: key)
        case .sessions: PersonalPart(text: try json(personalSessions(of: person)), next: nil)
        case .signIns: PersonalPart(text: try json(personalSignIns(of: person)), next: nil)
        case .reports: PersonalPart(text: try json(personalReports(of: person)), next: nil)
        case .suggestions:
            PersonalPart(text: try json(personalSuggestions(of: person, limit: Self.mostInFile)), next: nil)
        case .follows: PersonalPart(text: try json(personalFollows(of: person)), next: nil)
        case .mutes: PersonalPart(text: try json(personalMutes(of: person)), next: nil)
        case .notifications:
            PersonalPart(text: try json(personalNotifications(of: person, limit: Self.mostInFile)), next: nil)
        }
    }

    private func json(_ values: [some Encodable]) throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try values.map { String(decoding: try encoder.encode($0), as: UTF8.self) }.joined(separator: ",\n")
    }

    private func personalAccount(_ person: Person.ID) throws -> PersonalData.Account? {
        let mails = try personalMailChoices(of: person)
        let names: [String] = try all("SELECT name_key FROM former_names WHERE person_id = $1", person) { try $0[0] }
        return try first(
            """
            SELECT email, name, role, created_at, named_at, language, is_private, password_hash <> '', leaves_at, leaves_with
            FROM people WHERE id = $1
            """, person
        ) { row in
            PersonalData.Account(
                number: person.number, email: try row[0], name: try row[1], role: try row[2], since: try row[3],
                nameChangedAt: try row[4], language: try row[5], isPrivate: try row[6], hasPassword: try row[7],
                closesAt: try row[8], commentsThen: try row[9], mails: mails, keysOfFormerNames: names.sorted())
        }
    }

    private func personalSessions(of person: Person.ID) throws -> [PersonalData.Session] {
        try all(
            """
            SELECT created_at, COALESCE(used_at, created_at), expires_at, COALESCE(agent, '') FROM open_sessions
            WHERE person_id = $1 LIMIT $2
            """, person, Self.mostInFile
        ) { row in
            PersonalData.Session(beganAt: try row[0], usedAt: try row[1], endsAt: try row[2], browser: try row[3])
        }
    }

    private func personalSignIns(of person: Person.ID) throws -> [PersonalData.SignIn] {
        try all(
            "SELECT at, way, agent, source FROM sign_ins WHERE person_id = $1 ORDER BY at LIMIT $2", person,
            Self.mostInFile
        ) { row in
            PersonalData.SignIn(at: try row[0], way: try row[1], browser: try row[2], addressDigest: try row[3])
        }
    }

    /// Reports that were sent with the account, or without it but with its address.
    private func personalReports(of person: Person.ID) throws -> [PersonalData.Report] {
        let email: String = try value("SELECT email FROM people WHERE id = $1", person) ?? ""
        return try all(
            """
            SELECT r.comment_id, r.clause, r.text, r.created_at, u.outcome FROM (
                SELECT id FROM reports WHERE email IS NOT NULL AND LOWER(email) = $1 AND person_id IS NULL
                UNION SELECT id FROM reports WHERE person_id = $2 AND person_id IS NOT NULL LIMIT $3
            ) AS own JOIN reports r ON r.id = own.id JOIN cases k ON k.id = r.case_id
            LEFT JOIN rulings u ON u.id = k.ruling_id
            """, email, person, Self.mostInFile
        ) { row in
            PersonalData.Report(
                comment: try row[0], rule: try row[1], note: try row[2], sentAt: try row[3], outcome: try row[4])
        }
    }

    private func personalComments(of person: Person.ID, after key: PageKey?) throws -> PersonalPart {
        var found: [(comment: Comment, email: String?)] = []
        try forEach(
            """
            SELECT c.email, \(Comment.columns) FROM comments c
            WHERE c.person_id = $1 AND (c.created_at, c.id) > ($2, $3) ORDER BY c.created_at, c.id LIMIT $4
            """, [person, key?.milliseconds ?? Int64.min, key?.number ?? 0, Self.mostInPart], name: #function
        ) { row in found.append((try Comment(row, from: 1), try row[0])) }
        var (texts, length, last): ([String], Int, Comment?) = ([], 0, nil)
        for (comment, email) in found where length < Self.longPart {
            let text = try json([personal(comment, email)])
            texts.append(text)
            length += text.utf8.count
            last = comment
        }
        let isLast = found.count < Self.mostInPart && texts.count == found.count
        return PersonalPart(text: texts.joined(separator: ",\n"), next: isLast ? nil : last?.key)
    }

    /// Decisions name their rule and the note to the commenter, never the moderator.
    private func personal(_ comment: Comment, _ email: String?) throws -> PersonalData.Comment {
        let decisions = try all(
            """
            SELECT outcome, clause, sentence, created_at FROM rulings WHERE comment_id = $1 AND undone_at IS NULL ORDER BY id
            """, comment.id
        ) { row in
            PersonalData.Decision(outcome: try row[0], rule: try row[1], note: try row[2], at: try row[3])
        }
        let earlier = comment.editedAt == nil ? [] : try earlierTexts(of: comment.id)
        return PersonalData.Comment(comment, email: email, earlier: earlier, decisions: decisions)
    }
}
