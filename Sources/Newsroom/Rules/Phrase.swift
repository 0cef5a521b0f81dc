/// A word or phrase of a list.
package struct Phrase: Sendable, Hashable {
    /// As it was typed.
    package let text: String
    /// Whether it counts inside other words too.
    package let isAnywhere: Bool

    package init(_ text: String, isAnywhere: Bool = false) {
        self.text = text
        self.isAnywhere = isAnywhere
    }

    /// The most letters, digits and pictures of a phrase, without blanks and punctuation.
    package static let mostLetters = 100

    /// Why a list does not take a phrase.
    package enum Fault: Error, Hashable {
        /// It has no letter, digit or picture.
        case empty
        /// It has more letters than `Phrase.mostLetters`. The length that it has.
        case tooLong(Int)
    }
}

/// Why lists are refused before they are built.
package enum PhraseListFault: Error, Hashable {
    /// One list has this many phrases, more than `PhraseList.mostPhrases`.
    case tooManyInList(count: Int)
    /// All lists together have this many phrases, more than `PhraseMatcher.mostPhrases`.
    case tooMany(count: Int)
    /// All lists together have this many letters, more than `PhraseMatcher.mostLetters`.
    case tooManyLetters(count: Int)
}
