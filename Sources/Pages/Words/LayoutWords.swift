import Newsroom

/// The words of the frame around every page.
package struct LayoutWords: Sendable {
    /// The beginning of the title of a page that shows a refused form again.
    package var error = "Error:"
    package var skip = "Skip to main content"
    /// The name of the navigation on readers' pages.
    package var topics = "Topics"
    package var allTopics = "All topics"
    /// The name of the navigation at the desk.
    package var navigation = "Site"
    package var frontPage = "Front page"
    package var policy = "Our policy on comments"
    package var atomFeed = "Feed (Atom)"
    package var jsonFeed = "Feed (JSON)"
    package var desk = "Desk"
    package var queue = "Queue"
    package var pictures = "Pictures"
    package var stories = "Stories"
    package var suggestions = "Suggestions"
    package var log = "Log"
    package var jobs = "Jobs"
    package var signOut = "Sign out"
    package var footer = "About this site"
}

/// The words of the front page and the topic pages.
package struct ListWords: Sendable {
    package var older = "Older stories"
    package var empty = "No stories yet"
    package var begin = "First steps"
    package var beginSteps = [
        "If there is no staff yet, the server's terminal shows an address. Open it to create the first admin. "
            + "It works once, and only in the first hour after the server starts.",
        "Import stories from an agency: broadsheet import newsml, followed by a folder.",
    ]
    package var topic = "Topic"
    package var allTopics = "All topics"
    package var allTopicsDescription: Words.Named = { "Everything that \($0) writes about" }
    package var stories: Words.Counted = { $0 == 1 ? "1 story" : "\($0.grouped) stories" }
    package var topicDescription: @Sendable (_ topic: String, _ house: String) -> String = { topic, house in
        "The latest stories about \(topic) from \(house)"
    }
    /// Precedes the links to the feeds of a topic.
    package var follow = "Follow this topic in a feed reader:"
    package var atom = "Atom"
    package var json = "JSON Feed"
    package var updated = "Updated"
    package var comments: Words.Counted = { $0 == 1 ? "1 comment" : "\($0.grouped) comments" }
}
