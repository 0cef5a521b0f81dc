import Foundation
import Testing

@testable import Newsroom

@Suite("What a draft accepts", .timeLimit(.minutes(1)))
struct DraftRulesTests {
    private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

    private func accept(_ change: (inout TypedDraft) -> Void) throws(Refusal) -> DraftContent {
        var typed = TypedDraft()
        change(&typed)
        return try typed.accept { text in
            switch text {
            case "skipped": []
            case "twice": [Self.noon, Self.noon.addingTimeInterval(3_600)]
            case "noon": [Self.noon]
            default: nil
            }
        }
    }

    private func refusal(_ change: (inout TypedDraft) -> Void) -> Refusal? {
        do {
            _ = try accept(change)
            return nil
        } catch { return error }
    }

    @Test("An empty draft is a draft")
    func empty() throws { #expect(try accept { _ in } == DraftContent()) }

    @Test("A credit has a role and a name, and may have a place and an address")
    func credits() throws {
        let content = try accept {
            $0.credits = "Reporting: Ada Example (Porto) <ada@example.org>\n\n Editing:  the Night Desk \nWriting: B: C"
        }
        #expect(
            content.credits == [
                DraftCredit(role: "Reporting", person: "Ada Example", place: "Porto", email: "ada@example.org"),
                DraftCredit(role: "Editing", person: "the Night Desk"), DraftCredit(role: "Writing", person: "B: C"),
            ])
        for credit in content.credits { #expect(DraftCredit(line: credit.line) == credit) }
        for line in ["Ada Example", "Reporting:", ": Ada", "Reporting: (Porto)"] {
            let refused = refusal { $0.credits = line }
            #expect(refused?.code == .draft(.noCredit) && refused?.field == "credits", "\(line)")
        }
    }

    @Test("Topics are one a line, and the same one counts once")
    func topics() throws {
        #expect(
            try accept { $0.topics = "Harbors\n\n harbors \nLight, and shade" }.topics == [
                "Harbors", "Light, and shade",
            ])
    }

    @Test("Stories are given as numbers or addresses, pictures as numbers")
    func numbers() throws {
        let content = try accept {
            $0.related = "12\nhttps://news.example/stories/7/a-bridge?x=1 /stories/12"
            $0.gallery = "3, 1 2"
        }
        #expect(content.related == [12, 7])
        #expect(content.gallery.map(\.picture.number) == [3, 1, 2])
        #expect(refusal { $0.related = "a bridge" }?.code == .draft(.noStory))
        #expect(refusal { $0.gallery = "-1" }?.code == .draft(.noPicture))
    }

    @Test("A time that clocks skip is refused, and one that they show twice needs a choice")
    func times() throws {
        #expect(try accept { $0.publishAt = .init("noon") }.publishAt == Self.noon)
        #expect(try accept { $0.publishAt = .init("twice", clock: "1") }.publishAt == Self.noon)
        let later = try accept { $0.embargoedUntil = .init("twice", clock: "2") }
        #expect(later.embargoedUntil == Self.noon.addingTimeInterval(3_600))
        #expect(refusal { $0.publishAt = .init("twice") }?.code == .draft(.doubleTime))
        #expect(refusal { $0.publishAt = .init("skipped") }?.code == .draft(.skippedTime))
        #expect(refusal { $0.embargoedUntil = .init("soon") }?.code == .draft(.noTime))
    }

    @Test("Every limit holds at its edge")
    func limits() throws {
        #expect(try accept { $0.headline = String(repeating: "h", count: 300) }.headline.count == 300)
        #expect(refusal { $0.headline = String(repeating: "h", count: 301) }?.code == .text(.tooLong))
        #expect(try accept { $0.body = String(repeating: "b", count: 200_000) }.body.count == 200_000)
        #expect(refusal { $0.body = String(repeating: "b", count: 200_001) }?.field == "body")
        #expect(refusal { $0.body = "a\u{7}b" }?.code == .text(.unprintable))
        let topics = (1...51).map { "Topic \($0)" }
        #expect(try accept { $0.topics = topics.prefix(50).joined(separator: "\n") }.topics.count == 50)
        #expect(refusal { $0.topics = topics.joined(separator: "\n") }?.code == .draft(.tooManyTopics))
        #expect(refusal { $0.topics = String(repeating: "Topic\n", count: 10_000) }?.code == .draft(.tooManyTopics))
        let credits = (1...201).map { "Editing: Person \($0)" }
        #expect(try accept { $0.credits = credits.prefix(200).joined(separator: "\n") }.credits.count == 200)
        #expect(refusal { $0.credits = credits.joined(separator: "\n") }?.code == .draft(.tooManyCredits))
        #expect(refusal { $0.language = "english!" }?.code == .draft(.noLanguage))
    }

    @Test("A draft that lacks newer properties can be read")
    func older() throws {
        let content = try JSONDecoder().decode(DraftContent.self, from: Data(#"{"headline":"H"}"#.utf8))
        #expect(content.headline == "H" && content.gallery.isEmpty && content.publishAt == nil)
    }
}
