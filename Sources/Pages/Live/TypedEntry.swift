package import Newsroom

/// An entry of a live story as it was typed, with the reason for a refusal.
package struct TypedEntry: Sendable {
    package var headline: String
    package var text: String
    package var isKeyPoint: Bool
    /// The revision that an editor saw; `nil` in the form for a new entry.
    package var revision: Int?
    /// `nil` on an empty form.
    package var refusal: Refusal?

    package init(
        headline: String = "", text: String = "", isKeyPoint: Bool = false, revision: Int? = nil,
        refusal: Refusal? = nil
    ) {
        self.headline = headline
        self.text = text
        self.isKeyPoint = isKeyPoint
        self.revision = revision
        self.refusal = refusal
    }
}
