package import Newsroom

/// The words about corrections and clarifications.
package struct CorrectionWords: Sendable {
    package var title = "Corrections"
    package var description: Words.Named = { "Corrections and clarifications by \($0), newest first" }
    package var name: @Sendable (Version.Act) -> String = { act in
        switch act {
        case .publication: "First version"
        case .update: "Update"
        case .correction: "Correction"
        case .clarification: "Clarification"
        case .typo: "Spelling"
        }
    }
    /// In place of a note.
    package var byAgency = "The news agency has corrected its story."
    package var none = "No corrections yet."
    package var older = "Older corrections"
    package var follow = "Follow corrections in a feed reader:"
    /// The title of an entry in the feed.
    package var feedTitle: @Sendable (_ act: String, _ headline: String) -> String = { "\($0): \($1)" }
}
