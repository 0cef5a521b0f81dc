import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Texts of refusals", .timeLimit(.minutes(1)))
struct RefusalTests {
    /// A placeholder for every value that a sentence may contain.
    private static let values = Dictionary(
        uniqueKeysWithValues: Refusal.Name.allCases.map { ($0, Refusal.Value.text("[\($0.rawValue)]")) })

    private func sentence(_ refusal: Refusal) -> String { Words.english.refusals.sentence(refusal) }

    @Test("Every code has a complete sentence", arguments: Refusal.Code.allCases)
    func sentences(code: Refusal.Code) throws {
        let text = sentence(Refusal(code, Self.values))
        #expect(text.first?.isUppercase == true || text.hasPrefix("["), "\(text)")
        // The summary of an import continues this sentence.
        #expect(text.hasSuffix(".") || code == .delivery(.withdrawnForGood), "\(text)")
        #expect(!text.contains("  ") && !text.contains("\n"), "\(text)")
    }

    @Test("Only the two codes for a missing rule share a sentence")
    func different() {
        let sentences = Refusal.Code.allCases.map { sentence(Refusal($0, Self.values)) }
        #expect(Set(sentences).count == sentences.count - 1)
    }

    @Test("Every text has a name for the beginning of a sentence", arguments: TextRule.Subject.allCases)
    func texts(subject: TextRule.Subject) {
        let values: [Refusal.Name: Refusal.Value] = [
            .text: .text(subject.rawValue), .length: .number(41), .limit: .number(40),
        ]
        let missing = sentence(Refusal(.text(.missing), values))
        #expect(missing.hasPrefix("Enter a") || missing.hasSuffix(" is missing.") && !missing.hasPrefix("This "))
        let long = sentence(Refusal(.text(.tooLong), values))
        #expect(long.hasSuffix(" is 1 character too long (limit 40).") && !long.hasPrefix("This "))
    }

    @Test("Sentences contain their numbers, names and times")
    func sentencesWithValues() throws {
        let tooLong = #expect(throws: Refusal.self) {
            try CommentDraft.textRule.accept(String(repeating: "x", count: 5_100))
        }
        #expect(
            sentence(try #require(tooLong)) == "Your comment is 100 characters too long (limit 5,000).")
        let tooShort = #expect(throws: Refusal.self) { try CommentDraft.nameRule.accept("x") }
        #expect(sentence(try #require(tooShort)) == "Enter a name of at least 2 characters.")
        #expect(
            sentence(Refusal(.request(.tooLarge), [.kilobytes: .number(2_048)]))
                == "This is too large. The limit is 2048 KB.")
        for (outcome, did) in [
            ("uphold", "removed the comment"), ("dismiss", "kept the comment"),
            ("approve", "published the comment"),
        ] {
            let refusal = Refusal(.ruling(.ruledMeanwhile), [.name: .text("Ana"), .outcome: .text(outcome)])
            #expect(sentence(refusal) == "Ana \(did). Your ruling was not applied.")
        }
        #expect(
            sentence(Refusal(.move(.notText), [.table: .text("story_topics"), .key: .text("1, 2")]))
                == "Row 1, 2 of story topics contains text that is not UTF-8, or a NUL. Nothing was moved. "
                + "Correct the row and start again."
        )
    }

    @Test(
        "A short wait is given in seconds, and a long one in minutes",
        arguments: [(1, "1 second"), (50, "50 seconds"), (90, "2 minutes"), (3_480, "58 minutes")])
    func waits(seconds: Int, said: String) {
        #expect(
            sentence(Refusal(.request(.tooSoon), [.limited: .text("comment"), .seconds: .number(seconds)]))
                == "You're posting too quickly. Try again in \(said).")
    }

    @Test(
        "The page of a refusal has its sentence, the typed text and the time to wait", arguments: Refusal.Kind.allCases)
    func pages(_ kind: Refusal.Kind) throws {
        let code = try #require(Refusal.Code.allCases.first { $0.kind == kind })
        let refusal = Refusal(code, Self.values, retryAfter: 7)
        let html = RefusalPage(refusal: refusal, keptText: "typed <words>").html(in: try Sample.context()).shown
        #expect(html.contains(sentence(refusal)))
        #expect(html.contains("typed &lt;words&gt;") && html.contains("name=\"robots\" content=\"noindex\""))
    }

    @Test("A translation replaces the sentence on the page")
    func translated() throws {
        var words = Words.english
        words.refusals.sentence = { "« \($0.code.name) »" }
        let context = try Sample.context()
        let translated = SiteContext(house: context.house, words: words, base: context.base)
        let html = RefusalPage(refusal: Refusal(.missing(.story))).html(in: translated).string
        #expect(html.contains("« missing.story »"))
    }
}
