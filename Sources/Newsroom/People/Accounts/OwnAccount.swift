package import Foundation

/// An account as its owner sees it.
package struct OwnAccount: Sendable, Hashable {
    /// The reader or the member of staff.
    package let actor: Actor
    package let since: Date
    /// When the name last changed.
    package let namedAt: Date?
    package let hasPassword: Bool
    package let language: Language?
    /// Whether the relay takes no mail for the address, so that none is sent.
    package let isMailRefused: Bool
    /// Whether the account has no public page.
    package let isPrivate: Bool
    package let sessions: [OpenSession]
    /// The end of the account, if its owner has chosen it.
    package let leaving: Leaving?

    package init(
        actor: Actor, since: Date, namedAt: Date?, hasPassword: Bool, language: Language?, isMailRefused: Bool = false,
        isPrivate: Bool, sessions: [OpenSession], leaving: Leaving? = nil
    ) {
        self.actor = actor
        self.since = since
        self.namedAt = namedAt
        self.hasPassword = hasPassword
        self.language = language
        self.isMailRefused = isMailRefused
        self.isPrivate = isPrivate
        self.sessions = sessions
        self.leaving = leaving
    }

    /// When the name may change again; `nil` if it may change now.
    package func namesAgain(at now: Date) -> Date? {
        namedAt.map { $0.addingTimeInterval(AccountName.restsFor) }.flatMap { $0 > now ? $0 : nil }
    }
}

/// A comment in the list of its owner.
package struct OwnComment: Sendable, Hashable {
    package let comment: Comment
    /// `nil` if the story was withdrawn.
    package let story: StoryReference?
    /// The ruling that removed it.
    package let ruling: Ruling?

    package init(comment: Comment, story: StoryReference?, ruling: Ruling?) {
        self.comment = comment
        self.story = story
        self.ruling = ruling
    }
}
