package import Markup
package import Newsroom

/// The stories of a topic, newest first.
package struct TopicPage: Sendable {
    package let topic: Topic
    package let stories: PageOfResults<StorySummary>

    package init(topic: Topic, stories: PageOfResults<StorySummary>) {
        self.topic = topic
        self.stories = stories
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.lists
        let next = stories.next.map { Address.topic(topic, after: $0) }
        let page = OpenGraph(
            context: context, kind: .website, title: topic.name,
            description: words.topicDescription(topic.name, context.house.name), address: Address.topic(topic))
        let head: HTML = """
            \(page.html())\(Head.link("next", next))\(Head.atom(Address.atom(of: topic), topic.name))\
            \(Head.jsonFeed(Address.jsonFeed(of: topic), topic.name))
            """
        let older = next.map {
            "<p class=\"next-page\"><a href=\"\($0)\" rel=\"next\">\(words.older)</a></p>\n" as HTML
        }
        let cards = stories.elements.map { StoryCard(context: context, story: $0, rank: .second).html() }
        let list: HTML = cards.isEmpty ? "<p class=\"none\">\(words.empty)</p>\n" : "\(cards)"
        let layout = Layout(
            context: context, title: topic.name, kind: "topic-page", head: head, place: Address.topic(topic))
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker">\(words.topic)</p>
            <h1>\(topic.name)</h1>
            \(FollowLine.ofTopic(in: context))</header>
            <div class="list">
            \(list)</div>
            \(older)\(follow(words))
            """)
    }

    private func follow(_ words: ListWords) -> HTML {
        """
        <p class="follow">\(words.follow) <a href="\(Address.atom(of: topic))">\(words.atom)</a> · \
        <a href="\(Address.jsonFeed(of: topic))">\(words.json)</a></p>

        """
    }
}
