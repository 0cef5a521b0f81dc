import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Downloads of one's own data", .timeLimit(.minutes(5)))
struct DownloadTests {
    private func collect(_ newsroom: TestNewsroom, _ reader: Reader, at now: Date = .noon) async throws -> Int {
        var steps = 1
        while try await newsroom.database.write({ tx in try tx.collectDownload(of: reader.id, now: now) }) {
            steps += 1
        }
        return steps
    }

    /// A file of an archive that is ready, as the list that it is.
    private func file(
        _ file: PersonalFile, _ newsroom: TestNewsroom, _ reader: Reader, at now: Date = .noon
    ) async throws -> [[String: Any]] {
        let text = try await newsroom.database.read { tx in
            var (texts, key): ([String], PageKey?) = ([], nil)
            repeat {
                let part = try tx.downloadPart(file, of: reader.id, after: key, now: now)
                texts.append(part.text)
                key = part.next
            } while key != nil
            return "[\(texts.joined(separator: ","))]"
        }
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    @Test(
        "An archive has the account, comments with decisions, sessions, sign-ins, reports, notifications, and what is followed or muted",
        arguments: TestedEngine.allCases)
    func content(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        let other = try await newsroom.reader("Otto Other", "otto@example.org")
        try await newsroom.post("A word of somebody else.", by: other)
        let ruled = try await newsroom.post("A word \"against\" a rule \u{1F5DE}.", by: reader)
        try await newsroom.report(ruled, source: "two", text: "look at this")
        let open = try #require(try await newsroom.cases().first)
        _ = try await newsroom.rule(.uphold, open.id)
        let story = newsroom.story
        try await newsroom.database.write { tx in
            try tx.follow(.story(story), by: reader.id, now: .noon)
            try tx.mute(other.id, by: reader.id, now: .noon)
            try tx.choose(.weekly, for: .comments, of: reader.id)
        }
        try await newsroom.fill(reader)
        #expect(try await collect(newsroom, reader) == 1)

        let account = try await file(.account, newsroom, reader)
        #expect(account.count == 1 && account[0]["email"] as? String == "wanda@example.org")
        let comments = try await file(.comments, newsroom, reader)
        #expect(comments.count == 1 && comments[0]["text"] as? String == "A word \"against\" a rule \u{1F5DE}.")
        let decisions = comments.first?["decisions"] as? [[String: Any]]
        #expect(decisions?.count == 1 && decisions?[0]["rule"] as? String == "abuse")
        #expect(try await file(.sessions, newsroom, reader).count == 1)
        #expect(try await file(.signIns, newsroom, reader).first?["way"] as? String == "password")
        #expect(try await file(.reports, newsroom, reader).count == 2)
        #expect(account[0]["mails"] as? [String: String] == ["comments": "weekly"])
        #expect(try await file(.follows, newsroom, reader).first?["story"] as? Int64 == story.number)
        #expect(try await file(.mutes, newsroom, reader).first?["name"] as? String == "Otto Other")
        #expect(try await file(.notifications, newsroom, reader).map { $0["kind"] as? String } == ["ruling"])
        for word in ["moderator", "otto@", "token"] {
            let parts: [String] = try await newsroom.database.read { tx in
                try tx.all("SELECT text FROM download_parts WHERE LOWER(text) LIKE '%' || $1 || '%'", word) {
                    try $0[0]
                }
            }
            #expect(parts == [], "\(word)")
        }
    }

    @Test("Many comments are collected in parts, each of them once", arguments: TestedEngine.allCases)
    func parts(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        let story = newsroom.story
        try await newsroom.database.write { tx in
            for number in 0..<1_200 {
                try tx.run(
                    """
                    INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, created_at, source,
                        person_id) VALUES ($1, 'Wanda Winter', 'wanda winter', $2, 'published', 1, 1, $3, '', $4)
                    """, story, "Word \(number)", Date.noon.later(Double(number / 7)), reader.id)
            }
            try tx.orderDownload(of: reader.id, now: .noon)
        }
        #expect(try await collect(newsroom, reader) == 3)
        let comments = try await file(.comments, newsroom, reader)
        #expect(comments.compactMap { $0["text"] as? String } == (0..<1_200).map { "Word \($0)" })
    }

    @Test(
        "It can be ordered once an hour, fetched when it is ready, and is gone after 7 days",
        arguments: TestedEngine.allCases)
    func times(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (reader, other) = (
            try await newsroom.reader(), try await newsroom.reader("Otto Other", "otto@example.org")
        )
        let order = { @Sendable (now: Date) in
            try await newsroom.database.write { tx in try tx.orderDownload(of: reader.id, now: now) }
        }
        let fetch = { @Sendable (reader: Reader, now: Date) in
            _ = try await newsroom.database.read { tx in
                try tx.downloadPart(.account, of: reader.id, after: nil, now: now)
            }
        }
        try await order(.noon)
        #expect(await newsroom.refused { try await order(.noon.later(3_599)) } == .account(.orderedRecently))
        #expect(await newsroom.refused { try await fetch(reader, .noon) } == .missing(.download))
        #expect(try await collect(newsroom, reader) == 1)
        #expect(await newsroom.refused { try await fetch(reader, .noon) } == nil)
        #expect(await newsroom.refused { try await fetch(other, .noon) } == .missing(.download))
        let end = Date.noon.later(Download.keptFor)
        #expect(await newsroom.refused { try await fetch(reader, end.later(-1)) } == nil)
        #expect(await newsroom.refused { try await fetch(reader, end) } == .missing(.download))
        try await newsroom.database.write { tx in try tx.deleteExpired(Retention(), now: end) }
        #expect(try await newsroom.places(of: "wanda") == ["people"])
        try await order(end)
        #expect(await newsroom.refused { try await fetch(reader, end) } == .missing(.download), "another one is made")
    }
}
