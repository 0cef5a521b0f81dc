import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("What a refusal says", .timeLimit(.minutes(1)))
struct RefusalTests {
    /// Something for every value that a sentence may need.
    private static let values = Dictionary(
        uniqueKeysWithValues: Refusal.Name.allCases.map { ($0, Refusal.Value.text("[\($0.rawValue)]")) })

    private func sentence(_ refusal: Refusal) -> String { Words.english.refusals.sentence(refusal) }

    @Test("Every code has a sentence of its own", arguments: Refusal.Code.allCases)
    func sentences(code: Refusal.Code) throws {
        let text = sentence(Refusal(code, Self.values))
        #expect(text.first?.isUppercase == true || text.hasPrefix("["), "\(text)")
        // The account of an import goes on after this one.
        #expect(text.hasSuffix(".") || code == .delivery(.withdrawnForGood), "\(text)")
        #expect(!text.contains("  ") && !text.contains("\n"), "\(text)")
    }

    @Test("Two codes say the same only where both miss the rule that a comment breaks")
    func different() {
        let sentences = Refusal.Code.allCases.map { sentence(Refusal($0, Self.values)) }
        #expect(Set(sentences).count == sentences.count - 1)
    }

    @Test("Every text has a name at the beginning of a sentence", arguments: TextRule.Subject.allCases)
    func texts(subject: TextRule.Subject) {
        let text = sentence(Refusal(.text(.missing), [.text: .text(subject.rawValue)]))
        #expect(text.hasSuffix(" is missing.") && !text.hasPrefix("This "))
    }

    @Test("Numbers, names and times stand in their sentences")
    func sentencesWithValues() throws {
        let tooLong = #expect(throws: Refusal.self) {
            try CommentDraft.textRule.accept(String(repeating: "x", count: 5_001))
        }
        #expect(
            sentence(try #require(tooLong)) == "Your comment may have up to 5,000 characters; this one has 5,001.")
        #expect(
            sentence(Refusal(.request(.tooLarge), [.kilobytes: .number(2_048)]))
                == "This is more than 2048 KB, which is more than can be taken here.")
        for (outcome, did) in [
            ("uphold", "took the comment down"), ("dismiss", "let the comment stand"),
            ("approve", "published the comment"),
        ] {
            let refusal = Refusal(.ruling(.ruledMeanwhile), [.name: .text("Ana"), .outcome: .text(outcome)])
            #expect(sentence(refusal) == "Ana has ruled on this meanwhile and \(did). Nothing was changed by you.")
        }
        let time = Refusal.Value.time(Date(timeIntervalSince1970: 0))
        #expect(
            sentence(Refusal(.delivery(.underEmbargo), [.time: time]))
                == "This is under embargo until 1970-01-01T00:00:00Z; please take it in again after that.")
        #expect(
            sentence(Refusal(.move(.notText), [.table: .text("story_topics"), .key: .text("1, 2")]))
                == "The row of story topics with number 1, 2 has a text that is not UTF-8, or has a NUL in it. Please put it right first; nothing of it was moved."
        )
    }

    @Test(
        "A wait is told in seconds, and a long one in minutes",
        arguments: [(1, "a second"), (50, "50 seconds"), (90, "2 minutes"), (3_480, "58 minutes")])
    func waits(seconds: Int, said: String) {
        #expect(
            sentence(Refusal(.request(.tooSoon), [.seconds: .number(seconds)]))
                == "That was a lot in a short time. Please wait \(said) and send it again.")
    }

    @Test("The page of a refusal has a heading, its sentence and a way onward", arguments: Refusal.Kind.allCases)
    func pages(_ kind: Refusal.Kind) throws {
        let code = try #require(Refusal.Code.allCases.first { $0.kind == kind })
        let refusal = Refusal(code, Self.values, retryAfter: 7)
        let html = RefusalPage(refusal: refusal, keptText: "typed <words>").html(in: try Sample.context()).shown
        #expect(html.contains(sentence(refusal)) && html.contains("in 7 seconds"))
        #expect(html.contains("typed &lt;words&gt;") && html.contains("name=\"robots\" content=\"noindex\""))
    }

    @Test("A translation puts its own sentence on a page")
    func translated() throws {
        var words = Words.english
        words.refusals.sentence = { "« \($0.code.name) »" }
        let context = try Sample.context()
        let translated = SiteContext(house: context.house, words: words, base: context.base)
        let html = RefusalPage(refusal: Refusal(.missing(.story))).html(in: translated).string
        #expect(html.contains("« missing.story »"))
    }
}
