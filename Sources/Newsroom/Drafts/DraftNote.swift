package import Foundation

/// A note of a member of staff on a draft: about a passage, or about the whole. Readers never see it.
package struct DraftNote: Sendable, Hashable {
    /// The note on a scheduled draft that could not appear.
    package static let notPublished = """
        This draft did not appear at its time, because the agency has sent a newer version of the story. Publish the \
        draft to see both texts, and put them together.
        """

    package typealias ID = Identifier<DraftNote>

    package static let textRule = TextRule(.draftNote, field: "text", minimum: 1, maximum: 2_000, multiline: true)
    package static let passageRule = TextRule(.passage, field: "passage", maximum: 500, multiline: true)
    /// Open and resolved notes of one draft together. None is ever deleted alone.
    package static let mostPerDraft = 200

    /// Who has dealt with a note, and when.
    package struct Resolution: Sendable, Hashable {
        package let by: DraftPerson
        package let at: Date

        package init(by person: DraftPerson, at time: Date) {
            by = person
            at = time
        }
    }

    package let id: ID
    package let author: DraftPerson
    package let createdAt: Date
    package let text: String
    /// The words that the note is about, as they were in the draft; `nil` if the note is about the whole.
    package let passage: String?
    /// `nil` while the note is open.
    package let resolution: Resolution?

    package init(
        id: ID, author: DraftPerson, createdAt: Date, text: String, passage: String?, resolution: Resolution?
    ) {
        self.id = id
        self.author = author
        self.createdAt = createdAt
        self.text = text
        self.passage = passage
        self.resolution = resolution
    }
}

extension DraftContent {
    /// The notes whose passage is no longer in the headline, the standfirst or the text. White space may differ,
    /// because a passage that is copied from a page has other line ends.
    package func notesWithoutPassage(_ notes: [DraftNote]) -> Set<DraftNote.ID> {
        guard notes.contains(where: { $0.passage != nil }) else { return [] }
        let texts = [headline, standfirst, body].map(\.searchable)
        return Set(
            notes.filter { note in
                guard let passage = note.passage?.searchable else { return false }
                return !texts.contains { $0.hasBytes(of: passage) }
            }.map(\.id))
    }
}

extension String {
    /// The text in one normal form, with every run of white space as one space.
    fileprivate var searchable: String {
        let normal = isASCII ? self : precomposedStringWithCanonicalMapping
        return String(decoding: Array(normal.utf8.split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
    }

    /// Compares bytes, because 200 passages may be searched in 200,000 characters. No text of ours contains a NUL.
    fileprivate func hasBytes(of part: String) -> Bool { strstr(self, part) != nil }
}
