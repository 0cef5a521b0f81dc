import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Comments posted in one batch", .timeLimit(.minutes(5)))
struct PostingTests {
    private func posting(
        _ text: String, name: String = "A reader", answering parent: Comment.ID? = nil, below story: Story.ID,
        source: String = UUID().uuidString, version: Int = 1, by writer: String? = nil, now: Date = .noon
    ) throws -> Posting {
        let draft = try CommentDraft(name: name, text: text, email: nil, parent: parent, storyVersion: version)
        return Posting(
            draft: draft, story: story, source: source, commenter: .browser(writer ?? "writer"),
            mayBeThere: writer != nil, now: now)
    }

    private func post(
        _ postings: [Posting], _ rules: PostingRules = .open, in newsroom: TestNewsroom
    ) async throws -> [Result<PostedComment, any Error>] {
        try await newsroom.database.write { tx in try tx.post(postings, rules: rules) }
    }

    private func refusal(_ outcome: Result<PostedComment, any Error>) -> Refusal.Kind? {
        guard case .failure(let refusal as Refusal) = outcome else { return nil }
        return refusal.kind
    }

    @Test("Each comment gets its own number, in order, and is counted in its thread", arguments: TestedEngine.allCases)
    func threads(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let first = try await newsroom.post("first")
        let answer = try await newsroom.post("answer", answering: first.id)
        let outcomes = try await post(
            [
                posting(#"one, "quoted" \ and {braced}, نص"#, below: newsroom.story),
                posting("two", answering: first.id, below: newsroom.story),
                posting("three", answering: answer.id, below: newsroom.story),
            ], in: newsroom)
        let comments = try outcomes.map { try $0.get().comment }
        #expect(comments.map(\.thread) == [comments[0].id, first.id, first.id])
        #expect(comments.map(\.id.number) == comments.map(\.id.number).sorted())
        for comment in comments { #expect(try await newsroom.comment(comment.id) == comment) }
        #expect(try await newsroom.comment(first.id).replyCount == 3)
        #expect(try await newsroom.count() == 5)
        try await newsroom.expectSound()
    }

    @Test("A refused comment does not affect the others", arguments: TestedEngine.allCases)
    func refusals(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let outcomes = try await post(
            [
                posting("no such story", below: Story.ID(999)),
                posting("no such comment", answering: Comment.ID(999), below: newsroom.story),
                posting("no such version", below: newsroom.story, version: 2),
                posting("one", below: newsroom.story),
            ], in: newsroom)
        #expect(outcomes.map(refusal) == [.notFound, .notFound, .invalid, nil])
        #expect(try await newsroom.count() == 1)
        try await newsroom.expectSound()
    }

    @Test(
        "The same text under the same name is one comment, even within a batch",
        arguments: TestedEngine.allCases)
    func repetitions(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let outcomes = try await post(
            [
                posting("the same", name: "Reader", below: newsroom.story),
                posting("the same", name: "READER", below: newsroom.story),
                posting("the same", name: "Another", below: newsroom.story),
            ], in: newsroom)
        let posted = try outcomes.map { try $0.get() }
        #expect(posted.map(\.isRepetition) == [false, true, false])
        #expect(posted[0].comment.id == posted[1].comment.id)
        #expect(try await newsroom.count() == 2)
    }

    @Test(
        "The same comment from the same browser in the same place is one comment for a day",
        arguments: TestedEngine.allCases)
    func sentAgain(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let first = try await post([posting("the same", below: newsroom.story, by: "mark")], in: newsroom)
        let number = try #require(first.first).get().comment.id
        func isRepetition(_ hours: Double, by writer: String?, answering parent: Comment.ID? = nil) async throws -> Bool
        {
            let again = try posting(
                "the same", answering: parent, below: newsroom.story, by: writer, now: .noon.later(hours * 3_600))
            return try #require(try await post([again], in: newsroom).first).get().isRepetition
        }
        #expect(try await isRepetition(2, by: "mark"))
        #expect(try await !isRepetition(3, by: "another"))
        #expect(try await !isRepetition(4, by: nil))
        #expect(try await !isRepetition(5, by: "mark", answering: number))
        #expect(try await isRepetition(6, by: "mark", answering: number))
        #expect(try await !isRepetition(25, by: "mark"))
    }

    @Test("A limit counts the comments of one source in a batch", arguments: TestedEngine.allCases)
    func limits(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let rules = PostingRules(
            closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [.init(0, per: 1), .init(2, per: 60)])
        let postings = try ["s", "s", "t", "s", "t", "t"].enumerated().map { place, source in
            try posting("\(place)", below: newsroom.story, source: source)
        }
        let outcomes = try await post(postings, rules, in: newsroom)
        #expect(outcomes.map(refusal) == [nil, nil, nil, .tooSoon, nil, .tooSoon])
        #expect(try await newsroom.count() == 4)
    }

    @Test(
        "Comments of unknown names are held, each with a case; those of known names are not",
        arguments: TestedEngine.allCases)
    func holding(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.post("known from now on", name: "Known")
        let outcomes = try await post(
            [
                posting("one", name: "Known", below: newsroom.story),
                posting("two", name: "New", below: newsroom.story),
                posting("three", name: "Newer", below: newsroom.story),
            ], .holding, in: newsroom)
        #expect(try outcomes.map { try $0.get().comment.state } == [.published, .held, .held])
        #expect(try await newsroom.cases().count == 2)
        #expect(try await newsroom.count() == 2)
        try await newsroom.expectSound()
    }
}
