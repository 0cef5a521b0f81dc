import Newsroom

/// What stands around every page.
package struct LayoutWords: Sendable {
    package var skip = "Skip to the text"
    package var navigation = "Site"
    package var sections = "Topics"
    package var frontPage = "Front page"
    package var policy = "Our policy on comments"
    package var atomFeed = "Feed (Atom)"
    package var jsonFeed = "Feed (JSON)"
    package var desk = "Desk"
    package var log = "Log"
    package var signOut = "Sign out"
    package var footer = "About this site"
}

/// The front page and the pages of topics.
package struct ListWords: Sendable {
    package var lead = "Lead story"
    package var more = "More stories"
    package var older = "Older stories"
    package var newest = "Back to the newest stories"
    package var empty = "Nothing has been published here yet."
    package var topic = "Topic"
    package var updated = "Updated"
    package var comments: Words.Counted = { $0 == 1 ? "1 comment" : "\($0.grouped) comments" }
}
