import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Moving between databases", .timeLimit(.minutes(5)))
struct MoveTests {
    /// From every engine to every engine.
    static let ways = TestedEngine.allCases.flatMap { one in TestedEngine.allCases.map { (one, $0) } }

    func filled(_ engine: TestedEngine) async throws -> TestNewsroom {
        let newsroom = try await engine.newsroom()
        let first = try await newsroom.post("The first one.", at: .noon)
        let answer = try await newsroom.post("An answer: \u{1F5DE}\u{FE0F}", answering: first.id, source: "b")
        _ = try await newsroom.database.write { tx in
            try tx.edit(first.id, to: "The first one, edited.", writer: "writer", now: .noon)
        }
        _ = try await newsroom.database.write { tx in
            try tx.send(MailTests.mail(expiresAt: .noon), now: .noon)
            try tx.refuseMail(to: "a@example.org", MailRefusal(code: 550, reason: "no"), now: .noon)
        }
        let reader = try await newsroom.reader()
        let own = try await newsroom.post("One with an account.", by: reader)
        try await newsroom.post("A reply to it.", answering: own.id, source: "c")
        try await newsroom.database.write { tx in try tx.choose(.weekly, for: .reply, of: reader.id) }
        for round in 0..<3 {
            try await newsroom.report(answer, source: "reporter \(round)")
            guard let open = try await newsroom.cases().first else { continue }
            let ruling = try await newsroom.rule(round == 0 ? .dismiss : .uphold, open.id)
            if round == 1 { try await newsroom.undo(ruling) }
        }
        return newsroom
    }

    func digests(_ database: Database) async throws -> [TableDigest] {
        var digests: [TableDigest] = []
        for table in MovedTable.all { digests.append(try await TableDigest.of(table, in: database)) }
        return digests
    }

    func empty(_ engine: TestedEngine) async throws -> Database {
        let database = try await engine.open()
        try await Migrations.run(on: database)
        return database
    }

    @Test("A move there and back preserves all data, and work continues", arguments: ways)
    func roundTrip(one: TestedEngine, other: TestedEngine) async throws {
        let source = try await filled(one)
        let before = try await digests(source.database)
        let (there, back) = (try await empty(other), try await empty(one))
        for (from, to) in [(source.database, there), (there, back)] {
            let move = Move(from: from, to: to)
            try await move.copy { _, _ in }
            try await move.end()
            #expect(try await digests(to) == before)
        }
        let moved = TestNewsroom(database: there, story: source.story, moderator: source.moderator)
        try await moved.post("Written after the move.", source: "c")
        try await moved.expectSound()
    }

    @Test("An interrupted move continues, and a target with content is refused", arguments: TestedEngine.allCases)
    func interrupted(engine: TestedEngine) async throws {
        let source = try await filled(.memory)
        let target = try await empty(engine)
        let move = Move(from: source.database, to: target)
        try await move.copy { _, _ in }
        try await source.post("Came in while it was interrupted.", source: "d")
        try await move.copy { _, _ in }
        #expect(try await target.read { tx in try tx.isUnfinishedMove })
        try await move.end()
        let count: Int? = try await target.read { tx in try tx.value("SELECT COUNT(*) FROM comments") }
        #expect(count == 5)
        let refusal = await #expect(throws: Refusal.self) { try await move.copy { _, _ in } }
        #expect(refusal?.kind == .conflict)
    }

    @Test(
        "A target that has only been started counts as empty, and takes over the source's key",
        arguments: TestedEngine.allCases)
    func started(engine: TestedEngine) async throws {
        let source = try await filled(.memory)
        let target = try await empty(engine)
        try await target.write { tx in
            try tx.claim(fingerprint: "of another folder")
            try tx.forgetAdmissions(now: .noon)
        }
        let move = Move(from: source.database, to: target)
        try await move.copy { _, _ in }
        try await move.end()
        #expect(try await digests(target) == digests(source.database))
        try await target.write { tx in try tx.claim(fingerprint: "of the source") }
    }

    @Test("The number of a deleted row is not used again", arguments: ways)
    func numbers(one: TestedEngine, other: TestedEngine) async throws {
        let source = try await filled(one)
        let gone = try await source.database.write { tx in
            let id = try tx.insert("INSERT INTO topics (slug, name) VALUES ('gone', 'Gone') RETURNING id")
            try tx.run("DELETE FROM topics WHERE id = $1", id)
            return id
        }
        let target = try await empty(other)
        try await Move(from: source.database, to: target).copy { _, _ in }
        let next = try await target.write { tx in
            try tx.insert("INSERT INTO topics (slug, name) VALUES ('next', 'Next') RETURNING id")
        }
        #expect(next == gone + 1)
    }

    @Test("A second move into the same database stops the first", arguments: TestedEngine.allCases)
    func two(engine: TestedEngine) async throws {
        let source = try await filled(.memory)
        let target = try await empty(engine)
        let (first, second) = (Move(from: source.database, to: target), Move(from: source.database, to: target))
        try await first.begin()
        try await second.begin()
        let refusal = await #expect(throws: Refusal.self) { try await first.store([], of: .cases) }
        #expect(refusal?.kind == .conflict)
        try await second.copy { _, _ in }
        #expect(try await digests(target) == digests(source.database))
    }

    @Test("Every column is moved, and both engines have the same tables", arguments: TestedEngine.allCases)
    func columns(engine: TestedEngine) async throws {
        let database = try await empty(engine)
        let columns: [String] = try await database.read { tx in
            switch tx.dialect {
            case .sqlite:
                try tx.all(
                    """
                    SELECT t.name || '.' || c.name || ' ' || LOWER(c.type) \
                    FROM sqlite_master t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
                    """
                ) { try $0[0] }
            case .postgreSQL:
                try tx.all(
                    """
                    SELECT table_name || '.' || column_name || ' ' || REPLACE(data_type, 'bigint', 'integer')
                    FROM information_schema.columns WHERE table_schema = current_schema()
                        AND table_name NOT IN ('commits', 'staff', 'sessions')
                    """
                ) { try $0[0] }
            }
        }
        let known = Set(MovedTable.all.flatMap(\.columnNames))
        let notMoved = ["admissions.", "duties.", "invitations.", "migrations."]
        let there = Set(columns).filter { column in !notMoved.contains { column.hasPrefix($0) } }
        #expect(there == known, "\(there.symmetricDifference(known).sorted())")
    }
}

extension MovedTable {
    /// Formatted as `table.column type`.
    fileprivate var columnNames: [String] {
        let text = portion.text
        guard let list = text.firstMatch(of: /SELECT (?<list>(?s).*?)\n?\s*FROM/)?.output.list else { return [] }
        let names = list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        #expect(names.count == types.count, "\(text)")
        return zip(names, types).map { "\(name).\($0) \($1 == "i" ? "integer" : "text")" }
    }
}
