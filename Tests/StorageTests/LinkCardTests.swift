import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Link cards in the database", .timeLimit(.minutes(5)))
struct LinkCardTests {
    private static let one = "https://example.org/one"
    private static let two = "https://example.org/two"

    private static func card(_ address: String, title: String = "A report", file: String? = "card") -> LinkCard {
        let renditions = (file.map { [$0] } ?? []).flatMap { file in
            [320, 640].map { Rendition(format: .jpeg, width: $0, height: $0, name: "\(file) \($0)") }
        }
        return LinkCard(address: address, title: title, description: nil, site: "Example", renditions: renditions)
    }

    private func cards(of story: Story.ID, _ database: Database) async throws -> [LinkCard] {
        try await database.read { tx in try tx.cards(of: story) }
    }

    private func claim(_ database: Database, at now: Date = .noon) async throws -> [JobAttempt] {
        try await database.write { tx in try tx.claimJobs(in: .network, limit: 9, now: now) }
    }

    @Test("An address is fetched once for all stories, which are rendered again", arguments: TestedEngine.allCases)
    func once(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, first) = (newsroom.database, newsroom.story)
        let second = try await database.write { tx in
            let second = try tx.publish(.test(guid: "other", version: 1), opening: "").story
            try tx.setCards([Self.one, Self.two, Self.one], of: first, now: .noon)
            try tx.setCards([Self.one], of: second, now: .noon)
            return second
        }
        #expect(try await cards(of: first, database) == [])
        let attempts = try await claim(database)
        #expect(attempts.map(\.subject) == ["1", "2"] && attempts.allSatisfy { $0.kind == .fetchLinkCard })
        #expect(try await database.read { tx in try tx.addressToFetch(LinkCard.ID(1)) } == Self.one)
        let before = try await database.read { tx in try tx.latestChange() }
        try await database.write { tx in
            try tx.store(Self.card(Self.one), as: LinkCard.ID(1), now: .noon)
            for attempt in attempts { try tx.finish(attempt) }
        }
        #expect(try await cards(of: first, database) == [Self.card(Self.one)])
        #expect(try await cards(of: second, database) == [Self.card(Self.one)])
        let changes = try await database.read { tx in try tx.changes(after: before, limit: 9) }
        #expect(changes.map(\.kind) == [.storyArranged, .storyArranged])
        #expect(Set(changes.map(\.story)) == [first, second])
        try await database.write { tx in try tx.setCards([Self.one], of: second, now: .noon) }
        #expect(try await claim(database) == [])
        #expect(try await database.read { tx in try tx.addressToFetch(LinkCard.ID(1)) } == nil)
        #expect(try await database.read { tx in try tx.fetchedCard(at: Self.one) } == Self.card(Self.one))
        #expect(try await database.read { tx in try tx.fetchedCard(at: Self.two) } == nil)
    }

    @Test("Jobs that ask other machines are claimed apart, with a longer lease", arguments: TestedEngine.allCases)
    func lanes(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story) = (newsroom.database, newsroom.story)
        try await database.write { tx in
            try tx.setCards([Self.one], of: story, now: .noon)
            try tx.enqueue(JobOrder(.forgetAdmissions, dueAt: .noon), now: .noon)
        }
        let others = try await database.write { tx in try tx.claimJobs(limit: 9, now: .noon) }
        #expect(others.map(\.kind) == [.forgetAdmissions])
        #expect(try await claim(database).map(\.kind) == [.fetchLinkCard])
        #expect(try await claim(database, at: .noon.later(59)) == [])
        #expect(try await claim(database, at: .noon.later(61)).map(\.count) == [2])
    }

    @Test("A card that failed is tried again for the next story that names it", arguments: TestedEngine.allCases)
    func failed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story) = (newsroom.database, newsroom.story)
        try await database.write { tx in try tx.setCards([Self.one], of: story, now: .noon) }
        let attempt = try #require(try await claim(database).first)
        try await database.write { tx in
            try tx.markFailed(LinkCard.ID(1))
            try tx.finish(attempt)
        }
        #expect(try await cards(of: story, database) == [])
        try await database.write { tx in try tx.setCards([Self.one], of: story, now: .noon) }
        #expect(try await claim(database).map(\.subject) == ["1"])
    }

    @Test("A story has at most 20 cards", arguments: TestedEngine.allCases)
    func most(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story) = (newsroom.database, newsroom.story)
        let addresses = (0..<50).map { "https://example.org/\($0)" }
        try await database.write { tx in try tx.setCards(addresses, of: story, now: .noon) }
        #expect(try await database.read { tx in try tx.jobCounts() }.open == LinkCard.most)
    }

    @Test("A file is public while a published story shows its card", arguments: TestedEngine.allCases)
    func files(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story) = (newsroom.database, newsroom.story)
        func shown() async throws -> Story.ID? {
            try await database.read { tx in try tx.story(showingRendition: "card 640") }
        }
        try await database.write { tx in
            try tx.setCards([Self.one], of: story, now: .noon)
            try tx.store(Self.card(Self.one), as: LinkCard.ID(1), now: .noon)
        }
        #expect(try await shown() == story)
        #expect(try await database.read { tx in try tx.pictureFileNames() }.contains("card 320"))
        try await database.write { tx in try tx.setCards([], of: story, now: .noon) }
        #expect(try await shown() == nil)
        try await database.write { tx in try tx.setCards([Self.one], of: story, now: .noon) }
        #expect(try await shown() == story)
        try await database.write { tx in _ = try tx.publish(.test(guid: "one", version: 2), opening: "") }
        #expect(try await shown() == nil, "The agency's version has no cards.")
        try await database.write { tx in
            try tx.setCards([Self.one], of: story, now: .noon)
            _ = try tx.publish(.test(guid: "one", version: 3, status: .canceled), opening: "")
        }
        #expect(try await shown() == nil)
        #expect(try await database.read { tx in try tx.addressToFetch(LinkCard.ID(1)) } == nil)
    }

    @Test("The agency's text is the one before the desk's revisions", arguments: TestedEngine.allCases)
    func agency(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story) = (newsroom.database, newsroom.story)
        let editor = try await database.write { tx in
            try tx.addStaff(email: "editor@example.org", name: "E", role: .editor, passwordHash: "-", now: .noon)
        }
        let texts = try await database.write { tx -> [String?] in
            let sent = try tx.version(1, of: story)?.body.sent
            let id = try tx.reviseStory(story, by: editor, now: .noon)
            guard let draft = try tx.draft(id) else { return [] }
            var content = draft.content
            content.body = "Revised."
            let writing = DraftWriting(
                draft: id, stamp: draft.stamp, staff: editor, reportersPublish: true, now: .noon)
            _ = try tx.save(content, note: nil, writing)
            let publication = DraftPublication(opening: "", language: .english)
            guard let revised = try tx.draft(id) else { return [] }
            _ = try tx.publish(revised, publication, by: "-", now: .noon)
            var own = DraftContent()
            own.headline = "Own"
            let other = try tx.createDraft(own, by: editor, now: .noon)
            let published = try tx.draft(other).map { try tx.publish($0, publication, by: "-", now: .noon) }
            return [sent, try tx.agencyText(of: story), try published.flatMap { try tx.agencyText(of: $0) }]
        }
        #expect(texts.count == 3 && texts[0] != nil && texts[0] == texts[1] && texts[2] == nil)
    }
}
