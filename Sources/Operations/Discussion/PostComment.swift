import Database
package import Newsroom
package import Storage

extension Newspaper {
    /// Posts a comment on a story. Comments that arrive at the same moment are stored together.
    ///
    /// `writer` is the hash that identifies the browser, and `source` is the hash that identifies the network
    /// address. `mayBeThere` is true if the browser was told that its comment may or may not have been
    /// stored. Refuses like `Transaction.post`, and with `invalid` if the name is that of the desk.
    package func post(
        _ draft: CommentDraft, below story: Story.ID, as actor: Actor, writer: String, from source: String,
        mayBeThere: Bool = false
    ) async throws -> PostedComment {
        try actor.require(.comment)
        guard !draft.isNamed(like: rules.deskName) else { throw Refusal(.comment(.nameOfDesk), field: "name") }
        let posting = Posting(
            draft: draft, story: story, source: source, writer: writer, mayBeThere: mayBeThere, now: clock.now)
        let posted = try await postings.write(posting)
        await changes?.settle()
        return posted
    }
}
