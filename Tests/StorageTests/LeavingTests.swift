import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension TestNewsroom {
    func reader(_ name: String = "Wanda Winter", _ email: String = "wanda@example.org") async throws -> Reader {
        try await database.write { tx in
            try tx.addReader(email: email, name: try AccountName.accept(name), now: .noon)
        }
    }

    @discardableResult
    func post(_ text: String, by reader: Reader, answering parent: Comment.ID? = nil, at now: Date = .noon) async throws
        -> Comment
    {
        let draft = try CommentDraft(signedBy: reader.name, text: text, parent: parent, storyVersion: 1)
        let posting = Posting(
            draft: draft, story: story, source: "abc", commenter: .person(reader.id), now: now)
        return try await database.write { tx in try tx.post([posting], rules: .open)[0].get().comment }
    }

    func leave(_ reader: Reader, _ comments: Leaving.Comments, at time: Date = .noon) async throws {
        try await database.write { tx in try tx.leave(reader.id, Leaving(at: time, comments: comments), now: .noon) }
    }

    /// Closes an account in steps. Returns how many it took.
    func close(_ reader: Reader, limit: Int = 500, at now: Date = .noon) async throws -> Int {
        var steps = 1
        while try await database.write({ tx in try tx.closeAccount(reader.id, limit: limit, now: now) }) { steps += 1 }
        return steps
    }

    /// Everything in the columns of the database that contains a text, as `table.column`.
    func places(of text: String) async throws -> Set<String> {
        try await database.read { tx in
            var found: Set<String> = []
            for table in MovedTable.all {
                try tx.forEach(Query(table.portion, stored: table.beforeTheFirst + [.integer(10_000)], name: #function))
                {
                    for (index, type) in table.types.enumerated() where type == "t" {
                        if $0.text(at: index)?.lowercased().contains(text.lowercased()) == true {
                            found.insert(table.name)
                        }
                    }
                }
            }
            return found
        }
    }
}

@Suite("Leaving", .timeLimit(.minutes(5)))
struct LeavingTests {
    @Test("An account that ends leaves comments without a name, and nothing else", arguments: TestedEngine.allCases)
    func keeping(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        let comment = try await newsroom.post("A first word.", by: reader)
        let answer = try await newsroom.post("An answer.", answering: comment.id)
        try await newsroom.fill(reader)
        try await newsroom.leave(reader, .keep)
        #expect(try await newsroom.close(reader) == 1)

        let kept = try await newsroom.comment(comment.id)
        #expect(kept.state == .published && kept.text == "A first word." && kept.name.isEmpty && kept.person == nil)
        #expect(try await newsroom.comment(answer.id).name == "A reader")
        // The key of the name is reserved.
        for word in ["wanda@", "wanda winter", "regular"] {
            #expect(try await newsroom.places(of: word) == [], "\(word)")
        }
        let rest = try await newsroom.database.read { tx in
            (
                try tx.account(email: "wanda@example.org") == nil, try tx.ownAccount(reader.id, now: .noon),
                try tx.commenterRecord(of: kept, now: .noon), try tx.otherComments(like: kept)
            )
        }
        #expect(rest.0 && rest.1 == nil && rest.2 == CommenterRecord() && rest.3 == [])
        #expect(try await newsroom.count() == 3)
        try await newsroom.expectSound()
    }

    @Test("The name stays reserved for 90 days, for nobody", arguments: TestedEngine.allCases)
    func names(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        try await newsroom.leave(reader, .keep)
        _ = try await newsroom.close(reader)
        let key = try AccountName.accept("Wanda Winter").key
        let taken = try await newsroom.database.read { tx in
            [
                try tx.isTaken(key, now: .noon.later(89 * 86_400)), try tx.isTaken(key, except: reader.id, now: .noon),
                try tx.isTaken(key, now: .noon.later(91 * 86_400)),
            ]
        }
        #expect(taken == [true, true, false])
        #expect(await newsroom.refused { try await newsroom.post("As Wanda.", name: "Wanda Winter") } != nil)
        let again = try await newsroom.reader("Another Name")
        #expect(again.id != reader.id, "the address can have a new account")
    }

    @Test("Comments go like those that their commenters delete", arguments: TestedEngine.allCases)
    func deleting(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        let plain = try await newsroom.post("A plain word.", by: reader)
        try await newsroom.post("An answer.", answering: plain.id)
        let reported = try await newsroom.post("A reported word.", by: reader)
        try await newsroom.report(reported, source: "one")
        let ruled = try await newsroom.post("A word against a rule.", by: reader)
        try await newsroom.report(ruled, source: "two")
        let ruledOn = try #require(try await newsroom.cases().first { $0.comment.id == ruled.id })
        _ = try await newsroom.rule(.uphold, ruledOn.id)
        try await newsroom.leave(reader, .delete)
        #expect(try await newsroom.close(reader) == 1)

        let (first, second, third) = try await (
            newsroom.comment(plain.id), newsroom.comment(reported.id), newsroom.comment(ruled.id)
        )
        #expect(first.state == .deleted && first.isErased)
        #expect(second.state == .deleted && second.text == "A reported word." && second.name.isEmpty)
        #expect(
            third.state == .removed(clause: "abuse") && third.text == "A word against a rule." && third.name.isEmpty)
        let open: Int? = try await newsroom.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM cases WHERE ruling_id IS NULL AND closed_at IS NULL")
        }
        #expect(open == 0)
        #expect(try await newsroom.count() == 1)
        #expect(try await newsroom.places(of: "wanda") == ["former_names"])
        try await newsroom.expectSound()
    }

    @Test("A reader with many comments is erased in steps, and each step is limited", arguments: TestedEngine.allCases)
    func steps(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        for number in 0..<25 {
            try await newsroom.post("Word \(number).", by: reader, at: .noon.later(Double(number)))
        }
        try await newsroom.leave(reader, .keep)
        _ = try await newsroom.database.write { tx in try tx.closeAccount(reader.id, limit: 10, now: .noon) }
        let left: Int? = try await newsroom.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM comments WHERE person_id IS NOT NULL")
        }
        #expect(left == 15)
        // Nothing brings the person back between two steps.
        try await newsroom.database.write { tx in try tx.stay(reader.id) }
        #expect(try await newsroom.close(reader, limit: 10) == 2)
        #expect(try await newsroom.places(of: "wanda") == ["former_names"])
        #expect(try await newsroom.close(reader) == 1, "a further step does nothing")
        try await newsroom.expectSound()
    }

    @Test("The end comes at its time, not before, and not after a change of mind", arguments: TestedEngine.allCases)
    func time(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        let end = Date.noon.later(Leaving.seconds)
        try await newsroom.leave(reader, .keep, at: end)
        // Chosen again, the day stays.
        try await newsroom.leave(reader, .delete, at: end.later(3_600))
        #expect(
            try await newsroom.database.read { tx in try tx.leaving(of: reader.id) }
                == Leaving(at: end, comments: .delete))
        _ = try await newsroom.close(reader, at: end.later(-1))
        #expect(try await newsroom.places(of: "wanda") == ["people"])
        let due = try await newsroom.database.read { tx in
            [try tx.hasDueJobs(now: end.later(-1)), try tx.hasDueJobs(now: end)]
        }
        #expect(due == [false, true])
        try await newsroom.database.write { tx in try tx.stay(reader.id) }
        #expect(try await newsroom.database.read { tx in try tx.hasDueJobs(now: end) } == false)
        _ = try await newsroom.close(reader, at: end.later(86_400))
        #expect(try await newsroom.places(of: "wanda") == ["people"])
    }

    @Test("Staff do not leave like readers", arguments: TestedEngine.allCases)
    func staff(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let moderator = newsroom.moderator
        try await newsroom.database.write { tx in
            try tx.leave(moderator.id, Leaving(at: .noon, comments: .keep), now: .noon)
            #expect(try tx.closeAccount(moderator.id, now: .noon) == false)
        }
        #expect(try await newsroom.places(of: "moderator@") == ["people", "log_entries"])
        for (email, code) in [("moderator@example.org", Refusal.AccountCode.ofStaff), ("none@example.org", .unknown)] {
            let refusal = await newsroom.refused {
                _ = try await newsroom.database.read { tx in try tx.reader(email: email) }
            }
            #expect(refusal == .account(code))
        }
    }
}

extension TestNewsroom {
    /// Stores everything else that a newspaper may have about a reader.
    func fill(_ reader: Reader) async throws {
        let moderator = moderator
        let comment = try await post("A word of a guest.", name: "A guest")
        try await report(comment, source: "reporter")
        try await database.write { tx in
            try tx.begin(
                NewSession(tokenHash: "t", source: "abc", now: .noon, expiresAt: .noon.later(60)), of: reader.id)
            try tx.add(
                SignInLink(
                    tokenHash: "l", email: reader.email, browser: "b", codeHash: "c", next: nil, expiresAt: .noon),
                now: .noon)
            try tx.run(
                "INSERT INTO desk_notes (name_key, staff_id, text, created_at) VALUES ($1, $2, 'Wanda is a regular.', 0)",
                reader.name.foldedName, moderator.id)
            try tx.run("UPDATE comments SET email = 'Wanda@example.org' WHERE id = $1", comment.id)
            try tx.run("UPDATE reports SET email = 'wanda@Example.org'")
            try tx.orderDownload(of: reader.id, now: .noon)
            while try tx.collectDownload(of: reader.id, now: .noon) {}
        }
    }
}
