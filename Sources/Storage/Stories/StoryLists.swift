package import Database
package import Newsroom

extension Transaction {
    /// The latest stories, newest first. `after` is the key at which the previous page ended.
    package func latestStories(after: PageKey? = nil, limit: Int = 30) throws -> PageOfResults<StorySummary> {
        try page(try rows(after ?? .newest, limit + 1), limit: limit, pictures: leadPictures)
    }

    private func rows(_ key: PageKey, _ count: Int) throws -> [StorySummary] {
        try all(
            """
            SELECT s.id, s.slug, s.language, v.headline, v.standfirst, s.opening, v.dateline_place, v.dateline_agency,
                v.byline, s.published_at, s.updated_at, s.comment_count, s.live_since, s.live_until
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE s.is_withdrawn = 0 AND (s.published_at, s.id) < ($1, $2)
            ORDER BY s.published_at DESC, s.id DESC LIMIT $3
            """, key.milliseconds, key.number, count, as: summary)
    }

    /// The stories of a topic, newest first.
    package func stories(
        topic: Slug, after: PageKey? = nil, limit: Int = 30
    ) throws -> PageOfResults<StorySummary> {
        try page(try rows(topic: topic, after ?? .newest, limit + 1), limit: limit) {
            try leadPictures(topic: topic, from: $0, to: $1)
        }
    }

    private func rows(topic: Slug, _ key: PageKey, _ count: Int) throws -> [StorySummary] {
        try all(
            """
            SELECT s.id, s.slug, s.language, v.headline, v.standfirst, s.opening, v.dateline_place, v.dateline_agency,
                v.byline, s.published_at, s.updated_at, s.comment_count, s.live_since, s.live_until
            FROM story_topics st
            JOIN stories s ON s.id = st.story_id
            JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE st.topic_id = (SELECT id FROM topics WHERE slug = $1) AND st.is_withdrawn = 0
                AND (st.published_at, st.story_id) < ($2, $3)
            ORDER BY st.published_at DESC, st.story_id DESC LIMIT $4
            """, topic.text, key.milliseconds, key.number, count, as: summary)
    }

    /// Published stories for the desk, newest first, without their pictures. Reads on until the page is full.
    package func publishedStories(
        matching filter: StoryFilter, after: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<StorySummary> {
        let topic = filter.topic.isEmpty ? nil : try slug(ofTopicNamed: filter.topic)
        return try firstMatches(after: after, limit: limit, isAll: filter.isEmpty, key: \.key) { key, count in
            try topic.map { try rows(topic: $0, key, count) } ?? rows(key, count)
        } admits: { story in
            try filter.admits(story, body: filter.text.isEmpty ? "" : body(of: story.id))
        }
    }

    /// Withdrawn stories for the desk, the latest withdrawal first. Each has the time of its withdrawal.
    package func withdrawnStories(
        matching filter: StoryFilter, after: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<WithdrawnSummary> {
        try firstMatches(after: after, limit: limit, isAll: filter.isEmpty, key: \.key) { key, count in
            try all(
                """
                SELECT s.id, s.slug, s.language, v.headline, v.standfirst, s.opening, v.dateline_place,
                    v.dateline_agency, v.byline, s.published_at, s.updated_at, s.comment_count,
                    s.live_since, s.live_until, w.at
                FROM withdrawals w JOIN stories s ON s.id = w.story_id
                JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
                WHERE (w.at, w.story_id) < ($1, $2) AND w.origin <> 'unpublished'
                ORDER BY w.at DESC, w.story_id DESC LIMIT $3
                """, key.milliseconds, key.number, count
            ) { row in WithdrawnSummary(story: try summary(row), at: try row[14]) }
        } admits: { story in
            try filter.admits(story.story, body: filter.text.isEmpty ? "" : body(of: story.story.id))
                && (filter.topic.isEmpty
                    || topics(of: story.story.id).contains { $0.nameKey == filter.topic.foldedName })
        }
    }

    private func body(of id: Story.ID) throws -> String {
        try value(
            """
            SELECT v.body FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE s.id = $1
            """, id) ?? ""
    }

    /// The first `limit` of the found stories, with their lead pictures. `pictures` returns the lead pictures
    /// between two keys, the newest and the oldest.
    private func page(
        _ found: [StorySummary], limit: Int, pictures: (PageKey, PageKey) throws -> [Story.ID: Picture]
    ) throws -> PageOfResults<StorySummary> {
        var shown = Array(found.prefix(limit))
        guard let newest = shown.first?.key, let oldest = shown.last?.key else { return PageOfResults([]) }
        let pictures = try pictures(newest, oldest)
        for index in shown.indices { shown[index].picture = pictures[shown[index].id] }
        return PageOfResults(shown, next: found.count > limit ? oldest : nil)
    }

    private func summary(_ row: Row) throws -> StorySummary {
        var summary = StorySummary(
            id: try row[0], slug: Slug(stored: try row[1]), language: try language(row, 2), headline: try row[3],
            standfirst: try row[4], opening: try row[5], dateline: try dateline(row, 6), byline: try row[8],
            publishedAt: try row[9], updatedAt: try row[10], commentCount: try row[11], picture: nil)
        summary.isLive = !row.isNull(at: 12) && row.isNull(at: 13)
        return summary
    }
}

extension Transaction {
    /// Whether the list of all stories contains this key.
    package func isStory(at key: PageKey) throws -> Bool {
        try exists(
            "SELECT 1 FROM stories WHERE id = $1 AND published_at = $2 AND is_withdrawn = 0", key.number,
            key.milliseconds)
    }

    /// Whether the list of a topic contains this key.
    package func isStory(at key: PageKey, in topic: Slug) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM story_topics
            WHERE topic_id = (SELECT id FROM topics WHERE slug = $1) AND published_at = $2 AND story_id = $3
                AND is_withdrawn = 0
            """, topic.text, key.milliseconds, key.number)
    }
}

extension StoryFilter {
    /// Whether a list shows the story. The topic is checked elsewhere.
    fileprivate func admits(_ story: StorySummary, body: String) -> Bool {
        admits(texts: [story.headline.sent, story.standfirst?.sent ?? "", body])
            && admits(authors: [story.byline?.sent ?? ""])
    }
}

extension WithdrawnSummary {
    fileprivate var key: PageKey { PageKey(milliseconds: at.milliseconds, number: story.id.number) }
}

extension StorySummary {
    fileprivate var key: PageKey { PageKey(milliseconds: publishedAt.milliseconds, number: id.number) }
}

extension PageKey {
    /// The key before all others in a list with the newest first.
    static let newest = PageKey(milliseconds: .max, number: .max)
    /// The key before all others in a list with the oldest first.
    static let oldest = PageKey(milliseconds: .min, number: .min)
}
