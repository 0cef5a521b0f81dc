package import struct Foundation.Date

/// The text that a member of staff has typed into a draft and not saved. It is no version of the draft: it is
/// offered to this person alone, and a save ends it.
package struct Autosave: Sendable, Hashable {
    package let typed: TypedDraft
    /// The revision from which the text began.
    package let revision: Int64
    package let savedAt: Date

    package init(typed: TypedDraft, revision: Int64, savedAt: Date) {
        self.typed = typed
        self.revision = revision
        self.savedAt = savedAt
    }
}
