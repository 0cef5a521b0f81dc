package import Markup
package import Newsroom

/// Live stories: `/stories/{n}/{slug}/entries`, `/stories/{n}/{slug}/live/{entry}` and `/desk/stories/{n}/live/…`.
extension Address {
    package static func entries(_ story: StoryReference, after key: LiveEntry.ID? = nil) -> SafeURL {
        SafeURL(path: below(story) + ["entries"], query: key.map { [("after", $0.description)] } ?? [])
    }

    /// The page of one entry.
    package static func entry(_ id: LiveEntry.ID, of story: StoryReference) -> SafeURL {
        SafeURL(path: below(story) + ["live", id.description])
    }

    package static func deskLive(_ story: Story.ID, after key: LiveEntry.ID? = nil) -> SafeURL {
        SafeURL(
            path: ["desk", "stories", story.description, "live"],
            query: key.map { [("after", $0.description)] } ?? [])
    }

    package static func coverage(_ story: Story.ID) -> SafeURL {
        SafeURL(path: ["desk", "stories", story.description, "coverage"])
    }

    /// The desk's form for one entry, or an action on it.
    package static func deskEntry(_ id: LiveEntry.ID, of story: Story.ID, _ action: String? = nil) -> SafeURL {
        SafeURL(path: ["desk", "stories", story.description, "live", id.description] + (action.map { [$0] } ?? []))
    }
}
