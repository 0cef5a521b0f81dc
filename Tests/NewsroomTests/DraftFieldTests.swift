import Foundation
import Testing

@testable import Newsroom

@Suite("The fields of a draft", .timeLimit(.minutes(1)))
struct DraftFieldTests {
    private struct Form: SentForm {
        let fields: [String: String]

        subscript(name: String) -> String? { fields[name] }
        func word(_ name: String) -> String? { fields[name] }
    }

    private static let time = "2040-01-31T08:00"
    private let form = Form(fields: [
        "headline": "A headline", "standfirst": "A standfirst", "byline": "A byline", "place": "PORTO", "agency": "A",
        "body": "A text.", "credits": "Reporting: Ada Example (Porto) <ada@example.org>", "sign-off": "A sign-off",
        "topics": "Harbors\nLamps", "related": "7\n9", "gallery": "12 14", "language": "de", "publish-at": Self.time,
        "embargo": Self.time, "discussion-closed": "yes", "act": "correction", "correction": "It was wrong.",
        "note": "A note",
        "story-version": "3", "agency-version": "4",
    ])
    private let noon = Date(timeIntervalSince1970: 2_000_000_000)

    private func content() throws -> DraftContent { try TypedDraft(form).accept { [noon] _ in [noon] } }

    /// The properties that have the same value in both.
    private func same<Whole>(_ one: Whole, _ other: Whole) -> [String] {
        zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children)
            .filter { "\($0.value)" == "\($1.value)" }.compactMap(\.0.label)
    }

    @Test("Each field is read from a form, becomes content, and is shown as somebody typed it")
    func shown() throws {
        let typed = TypedDraft(form)
        #expect(same(typed, TypedDraft()) == [])
        let content = try content()
        #expect(same(content, DraftContent()) == [])
        #expect(TypedDraft(content) { $0 == nil ? TypedDraft.Time() : TypedDraft.Time(Self.time) } == typed)
    }

    @Test("Each field that only one person has changed is merged, and each that both have changed is named")
    func merged() throws {
        var changed = try content()
        (changed.storyVersion, changed.agencyVersion) = (nil, nil)
        let empty = DraftContent()
        let theirs = DraftMerge(base: empty, mine: empty, theirs: changed)
        #expect(theirs.content == changed && theirs.conflicts.isEmpty)
        let mine = DraftMerge(base: empty, mine: changed, theirs: empty)
        #expect(mine.content == changed && mine.conflicts.isEmpty)
        let both = DraftMerge(base: changed, mine: empty, theirs: try other())
        #expect(both.content == empty && both.conflicts == Set(DraftField.allCases).subtracting([.discussion]))
    }

    /// Another value for each field; a checkbox has no third one.
    private func other() throws -> DraftContent {
        var fields = form.fields.mapValues { $0 + " 2" }
        (fields["language"], fields["credits"]) = ("fr", "Editing: Ada Example")
        fields["act"] = "clarification"
        return try TypedDraft(Form(fields: fields)).accept { [noon] _ in [noon + 60] }
    }
}
