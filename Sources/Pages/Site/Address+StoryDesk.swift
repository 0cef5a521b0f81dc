package import Markup
package import Newsroom

/// The desk's pages and forms about stories.
extension Address {
    /// The desk's page on an agency's version that waits for an editor's word, and its forms.
    package static func proposed(_ id: HeldItem.ID, _ action: String? = nil) -> SafeURL {
        SafeURL(path: ["desk", "proposed", id.description] + (action.map { [$0] } ?? []))
    }

    /// The desk's page on an item under an embargo.
    package static func embargoed(_ id: HeldItem.ID) -> SafeURL {
        SafeURL(path: ["desk", "embargoed", id.description])
    }

    /// The desk's forms that take a story from readers, or bring it back: `withdraw`, `restore` or `unpublish`.
    package static func withdrawal(_ id: Story.ID, _ action: String) -> SafeURL {
        SafeURL(path: ["desk", "stories", id.description, action])
    }
}
