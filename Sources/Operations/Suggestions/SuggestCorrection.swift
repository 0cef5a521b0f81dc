import Database
import Markup
package import Newsroom
import Storage

extension Newspaper {
    /// Stores a reader's suggestion to correct a story, and returns the token of its receipt. `version` is the one that
    /// the reader read. Refuses with `invalid` a passage that is neither in that version nor in the current one, and
    /// like `Transaction.suggest`.
    package func suggest(
        _ draft: SuggestionDraft, on story: Story.ID, reading version: Int?, as actor: Actor, from source: String,
        keys: Keys
    ) async throws -> String {
        try actor.require(.report)
        let found = try await versionRead(version, of: story, with: draft.texts.passage)
        let receipt = receipt(of: draft, on: story, from: source, keys)
        let suggesting = Suggesting(
            draft: draft, story: story, version: found, source: source, person: actor.person,
            receiptHash: Keys.hash(receipt), now: clock.now)
        let (limits, limitsOfStory) = (rules.reportLimits, rules.suggestionLimitsOfStory)
        try await database.write { tx in
            try tx.suggest(suggesting, limits: limits, limitsOfStory: limitsOfStory)
        }
        return receipt
    }

    /// The version that has the passage: the one that the reader read, or else the current one.
    private func versionRead(_ version: Int?, of id: Story.ID, with passage: String?) async throws -> Int {
        let (read, current, captions) = try await database.read { tx in
            // Nobody needs to know that a story which is a draft again was ever there.
            guard let story = try tx.story(id), story.withdrawal?.origin != .unpublished else {
                throw Refusal(.missing(.story))
            }
            guard story.withdrawal == nil else { throw Refusal(.story(.withdrawn)) }
            let number = version.flatMap { (1..<story.current.number).contains($0) ? $0 : nil }
            let read = try number.flatMap { try tx.version($0, of: id) }
            let captions = passage == nil ? [] : try tx.gallery(of: id).pictures.map(\.caption)
            return (read, story.current, captions)
        }
        let versions = [read, current].compactMap(\.self)
        guard let passage else { return versions[0].number }
        let found = versions.first { version in
            let body = Markdown(version.body.sent).plainText()
            return QuotableText(version, body: body, captions: captions).passages(of: passage) != nil
        }
        guard let found else { throw Refusal(.suggestion(.notInText), field: "passage") }
        return found.number
    }

    /// Makes the token of a receipt. A suggestion that is sent twice, as by a browser that missed the first response,
    /// gets the same token and is one suggestion.
    private func receipt(of draft: SuggestionDraft, on story: Story.ID, from source: String, _ keys: Keys) -> String {
        let texts = draft.texts
        let parts = [texts.passage, texts.wrong, texts.correct, texts.evidence, draft.name].map { part in
            part.map { "\($0.utf8.count):\($0)" } ?? "-"
        }
        let text = "suggestion \(story) \(source) \(draft.mayBeThanked) \(parts.joined(separator: " "))"
        return String(keys.mark(text, for: .receipt).prefix(32))
    }
}
