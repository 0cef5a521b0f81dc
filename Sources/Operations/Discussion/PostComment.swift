import Database
package import Newsroom
package import Storage

extension Newspaper {
    /// Posts a comment on a story. Comments that arrive at the same moment are stored together.
    ///
    /// `source` is the hash that identifies the network address. `mayBeThere` is true if the browser was told that its
    /// comment may or may not have been stored. Refuses like `Transaction.post`, and with `invalid` a guest with the name
    /// of the desk, or with a reserved one.
    package func post(
        _ draft: CommentDraft, below story: Story.ID, as actor: Actor, by commenter: Commenter, from source: String,
        mayBeThere: Bool = false
    ) async throws -> PostedComment {
        try actor.require(.comment)
        try requireGuestsOrAccounts(actor)
        if actor.person == nil {
            guard !draft.isNamed(like: rules.deskName) else { throw Refusal(.comment(.nameOfDesk), field: "name") }
            try rules.reservedNames.require(nameOfGuest: draft.lookalikeKey)
        }
        let posting = Posting(
            draft: draft, story: story, source: source, commenter: commenter, isMarked: actor.isStaff,
            mayBeThere: mayBeThere,
            now: clock.now)
        let posted = try await postings.write(posting)
        await changes?.settle()
        return posted
    }

    /// Refuses with `forbidden` a guest or a reader from whom the newspaper takes no comments. Staff may always comment.
    private func requireGuestsOrAccounts(_ actor: Actor) throws(Refusal) {
        let from = rules.accounts.commentsFrom
        switch actor {
        case .visitor, .guest: guard from.takesGuests else { throw Refusal(.account(.accountsOnly)) }
        case .reader: guard from.takesAccounts else { throw Refusal(.account(.guestsOnly)) }
        case .staff, .system: break
        }
    }
}
