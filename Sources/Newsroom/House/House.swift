package import Foundation

/// The newspaper itself: its name, language, time zone and texts.
package struct House: Sendable, Hashable {
    package let name: String
    package let tagline: String?
    package let language: Language
    package let timeZone: TimeZone
    package let policy: Policy
    /// Shown below every discussion.
    package let disclaimer: String
    package let commentsFrom: CommentsFrom
    /// Where a story shows its corrections.
    package let correctionPlace: CorrectionPlace
    /// Whether people who comment with an account have public pages.
    package let hasPeoplePages: Bool

    package init(
        name: String, tagline: String?, language: Language = .english, timeZone: TimeZone, policy: Policy = .standard,
        disclaimer: String, commentsFrom: CommentsFrom = .guestsAndAccounts,
        correctionPlace: CorrectionPlace = .above, hasPeoplePages: Bool = true
    ) {
        self.name = name
        self.tagline = tagline
        self.language = language
        self.timeZone = timeZone
        self.policy = policy
        self.disclaimer = disclaimer
        self.commentsFrom = commentsFrom
        self.correctionPlace = correctionPlace
        self.hasPeoplePages = hasPeoplePages
    }
}

extension House {
    /// Where a story shows its corrections: between its facts and its text, or below its text.
    package enum CorrectionPlace: String, Sendable, CaseIterable { case above, below }
}
