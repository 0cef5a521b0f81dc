import Foundation
package import Markup
package import Newsroom

/// All topics with their numbers of stories, in the order of their names.
package struct TopicsPage: Sendable {
    package let topics: [TopicSummary]

    package init(topics: [TopicSummary]) { self.topics = topics }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.lists
        let page = OpenGraph(
            context: context, kind: .website, title: words.allTopics,
            description: words.allTopicsDescription(context.house.name), address: Address.topics)
        let sorted = topics.sorted { $0.topic.name.localizedStandardCompare($1.topic.name) == .orderedAscending }
        let items = sorted.map { entry -> HTML in
            """
            <li><a href="\(Address.topic(entry.topic))">\(entry.topic.name)</a> \
            <span class="count">\(words.stories(entry.storyCount))</span></li>

            """
        }
        let list: HTML = "<ul class=\"all-topics\">\n\(items)</ul>\n"
        let layout = Layout(
            context: context, title: words.allTopics, kind: "topics-page", head: page.html(), place: Address.topics)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.allTopics)</h1>
            </header>
            \(items.isEmpty ? "<p class=\"none\">\(words.empty)</p>\n" : list)
            """)
    }
}
