import Foundation
import Newsroom
import Testing

@testable import Pages

@Suite("Pages about suggested corrections", .timeLimit(.minutes(1)))
struct SuggestionPageTests {
    private let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .editor)

    private func list(_ suggestions: [Suggestion], isDecided: Bool = false) throws -> String {
        Sample.suggestions(suggestions, by: staff, isDecided: isDecided).html(in: try Sample.context()).shown
    }

    @Test("The desk marks the passage in its paragraph, without its marks and capitals")
    func marked() throws {
        let html = try list([Sample.suggestion(passage: "the LINE -- was given up")])
        #expect(html.contains("<mark>The line was given up</mark> when repairs to the pier"))
        #expect(html.contains("Ada Reader</bdi> (may be thanked by name)"))
        #expect(html.contains("value=\"accept\"") && html.contains("Only the pier was given up"))
    }

    @Test("A passage of two paragraphs is marked in both; one that is gone is quoted")
    func places() throws {
        let both = try list([Sample.suggestion(passage: "five years.\n\nCrossing takes twenty-five minutes")])
        #expect(both.components(separatedBy: "<mark>").count == 3)
        let gone = try list([Sample.suggestion(passage: "The line was never there")])
        #expect(!gone.contains("<mark>") && gone.contains("no longer in the text"))
        #expect(gone.contains("The line was never there"))
        let whole = try list([Sample.suggestion(passage: nil)])
        #expect(!whole.contains("<blockquote"))
    }

    @Test("A withdrawn story can be answered, not corrected")
    func withdrawn() throws {
        let html = SuggestionPage(staff: staff, suggestion: Sample.suggestion(isWithdrawn: true), story: nil)
            .html(in: try Sample.context()).shown
        #expect(html.contains("Readers no longer see this story.") && !html.contains("value=\"accept\""))
        #expect(html.contains("value=\"dismiss\""))
    }

    @Test("A story that is a draft again leads to its draft, and to nothing once the draft is discarded")
    func draftAgain() throws {
        var suggestion = Sample.suggestion(isWithdrawn: true)
        suggestion.isDraftAgain = true
        let address = "\(Address.story(suggestion.story))"
        for draft in [Draft.ID(7), nil] {
            suggestion.draft = draft
            let html = SuggestionPage(staff: staff, suggestion: suggestion, story: nil).html(in: try Sample.context())
                .shown
            #expect(html.contains("The story is a draft again.") && !html.contains(address))
            #expect(html.contains("href=\"/desk/drafts/7\"") == (draft != nil))
        }
    }

    @Test("A suggestion that was reopened shows its earlier decisions, the earliest first")
    func reopened() throws {
        var suggestion = Sample.suggestion(decision: Sample.decided(.reopen, nil))
        suggestion.earlier = [Sample.decided(.dismiss, "No."), Sample.decided(.answer, "It did.")]
        let html = try list([suggestion])
        let sentences = [
            "Answered by Desk One", "It did.</q>", "Dismissed by Desk One", "No.</q>", "Reopened by Desk One",
        ]
        let found = sentences.compactMap { html.range(of: $0)?.lowerBound }
        #expect(found.count == 5 && found == found.sorted())
        #expect(html.contains("Answer to the sender <span class=\"optional\">(needed for “Answer”)"))
    }

    @Test("A decided suggestion shows the decision, and can be reopened")
    func decided() throws {
        let accepted = Sample.suggestion(state: .accepted, decision: Sample.decided(.accept, nil))
        let dismissed = Sample.suggestion(2, state: .dismissed, decision: Sample.decided(.dismiss, "No."))
        let html = try list([accepted, dismissed], isDecided: true)
        #expect(html.contains("Accepted by Desk One") && html.contains("Dismissed by Desk One"))
        #expect(html.contains("/desk/corrections/2/reopen") && html.contains("No.</q>"))
        #expect(html.components(separatedBy: "Open the draft").count == 2)
        let kept = SuggestionPage(
            staff: staff, suggestion: dismissed, story: nil,
            typed: TypedAnswer(text: "What I typed.", refusal: Refusal(.suggestion(.openAlready)))
        ).html(in: try Sample.context()).shown
        #expect(kept.contains("What I typed."))
    }

    @Test("The note to readers thanks only those who agree, and never exceeds its limit")
    func note() {
        let words = SuggestionWords()
        #expect(
            words.note(for: Sample.suggestion())
                == "An earlier version said “The line was given up”. In fact: Only the pier was given up. Thanks to Ada Reader."
        )
        #expect(!words.note(for: Sample.suggestion(thanks: false)).contains("Ada"))
        #expect(words.note(for: Sample.suggestion(passage: nil)).hasPrefix("An earlier version had an error. In fact:"))
        for (passage, said) in [
            ("The line was given up.", "“The line was given up.” In"), ("\"The line\"", "“The line”. In"),
            ("“The line was given up.”", "“The line was given up.” In"), ("Was it?", "“Was it?” In"),
            ("“One” and “two”", "““One” and “two””. In"), ("He said “no.”", "“He said “no.”” In"),
        ] {
            #expect(words.note(for: Sample.suggestion(passage: passage)).hasPrefix("An earlier version said \(said)"))
        }
        for letter in ["字", "🙂", "e\u{301}"] {
            let texts = Suggestion.Texts(
                passage: String(repeating: letter, count: 250), wrong: "-",
                correct: String(repeating: letter, count: 1_000),
                evidence: nil)
            let long = Suggestion(
                id: .init(1), story: Sample.story().reference, version: 1, texts: texts, name: "Ada",
                mayBeThanked: true,
                sentAt: Sample.published, state: .open, decision: nil)
            let note = words.note(for: long)
            #expect((try? DraftRules.correction.accept(note)) == note && note.hasSuffix("Thanks to Ada."))
        }
        let most = Suggestion.Texts(
            passage: String(repeating: "p", count: 500), wrong: "-", correct: String(repeating: "c", count: 2_000),
            evidence: nil)
        let longest = Suggestion(
            id: .init(1), story: Sample.story().reference, version: 1, texts: most,
            name: String(repeating: "n", count: 40), mayBeThanked: true, sentAt: Sample.published, state: .open,
            decision: nil)
        #expect(words.note(for: longest).unicodeScalars.count <= 2_000)
    }

    @Test(
        "A receipt tells the state",
        arguments: [
            (Suggestion.State.open, "An editor will look"), (.accepted, "It shows the next correction of this story"),
            (.answered, "We answered"), (.dismissed, "decided not to change"),
        ])
    func receipt(_ state: Suggestion.State, _ sentence: String) throws {
        let receipt = Sample.suggestionReceipt("A word.", Sample.story(), state: state)
        #expect(SuggestionReceiptPage(receipt: receipt).html(in: try Sample.context()).shown.contains(sentence))
    }

    @Test("The receipt of an accepted suggestion leads to the correction")
    func corrected() throws {
        let story = Sample.story()
        let correction = Correction(
            story: story.reference, version: 3, act: .correction, note: "A word.", at: Sample.updated)
        let receipt = Sample.suggestionReceipt("A word.", story, state: .accepted, correction: correction)
        let html = SuggestionReceiptPage(receipt: receipt).html(in: try Sample.context()).shown
        #expect(html.contains("#correction-3\"") && html.contains("the story has been corrected since"))
        #expect(!html.contains("Bookmark this page"))
    }

    @Test("A receipt asks to come back only while something may happen")
    func waiting() throws {
        let sentences: [(Suggestion.State, String?)] = [
            (.open, "It shows our decision as soon as we have one"),
            (.accepted, "It shows the next correction of this story"), (.answered, nil),
            (.dismissed, nil),
        ]
        for (state, keep) in sentences {
            let receipt = Sample.suggestionReceipt("A word.", Sample.story(), state: state)
            let html = SuggestionReceiptPage(receipt: receipt).html(in: try Sample.context()).shown
            #expect(html.contains("Bookmark this page") == (keep != nil) && html.contains(keep ?? "A word."))
        }
        let withdrawn = SuggestionReceipt(
            story: nil, texts: .init(passage: nil, wrong: "A word.", correct: nil, evidence: nil), name: nil,
            mayBeThanked: false, sentAt: Sample.published, state: .accepted, answer: nil, decidedAt: Sample.updated,
            correction: nil)
        let html = SuggestionReceiptPage(receipt: withdrawn).html(in: try Sample.context()).shown
        #expect(html.contains("We accepted your suggestion.") && !html.contains("Bookmark this page"))
    }

    @Test("The form names the version that was read, and marks the field at fault")
    func form() throws {
        var typed = TypedSuggestion()
        (typed.passage, typed.version, typed.mayBeThanked) = ("</textarea>", 2, true)
        typed.refusal = Refusal(.suggestion(.notInText), field: "passage")
        let html = SuggestPage(story: Sample.story().reference, current: 3, typed: typed)
            .html(in: try Sample.context()).shown
        #expect(html.contains("name=\"version\" value=\"2\"") && html.contains("&lt;/textarea"))
        #expect(html.contains("aria-invalid=\"true\"") && html.contains("value=\"yes\" checked"))
        for forged in [-1, 0, 4, Int.max] {
            typed.version = forged
            let html = SuggestPage(story: Sample.story().reference, current: 3, typed: typed)
                .html(in: try Sample.context()).shown
            #expect(html.contains("name=\"version\" value=\"3\""), "\(forged)")
        }
    }
}
