package import Markup
package import Newsroom

/// The desk's library of pictures, and choosing from it for a draft.
extension Address {
    package static let library = SafeURL(path: ["desk", "pictures"])

    /// A later page of the library.
    package static func library(_ typed: TypedPictureFilter, after key: PageKey) -> SafeURL {
        SafeURL(path: ["desk", "pictures"], query: typed.query + [("after", key.description)])
    }

    /// The desk's page of a picture, after a part of it was saved: `texts`, `framing`, `terms` or `file`.
    package static func libraryPicture(_ id: Picture.ID, saved part: String) -> SafeURL {
        SafeURL(path: ["desk", "pictures", id.description], query: [("done", part)])
    }

    /// The desk's page of a picture, or an action on it.
    package static func libraryPicture(_ id: Picture.ID, _ action: String? = nil) -> SafeURL {
        SafeURL(path: ["desk", "pictures", id.description] + (action.map { [$0] } ?? []))
    }

    /// Adds a picture of the library to a draft.
    package static func draftPicture(_ picture: Picture.ID, of id: Draft.ID) -> SafeURL {
        SafeURL(path: ["desk", "drafts", id.description, "pictures", picture.description])
    }

    /// The library, for choosing pictures of a draft.
    package static func library(choosingFor id: Draft.ID) -> SafeURL {
        SafeURL(path: ["desk", "pictures"], query: [("draft", id.description)])
    }
}
