package import Database
package import Newsroom

extension Transaction {
    /// How many of the latest changes the feed stores.
    static let changesKept: Int64 = 100_000
    /// Old changes are deleted after each comment whose number is a multiple of this, so that storing most
    /// comments deletes nothing.
    private static let portion: Int64 = 1_000
    private static let changes: SQL = """
        SELECT c.number, c.kind, c.story_id, c.comment_id, c.parent_id, c.thread_id, s.comment_count,
            s.current_version, COALESCE(c.person_id, m.person_id), c.entry_id
        FROM changes c LEFT JOIN stories s ON s.id = c.story_id LEFT JOIN comments m ON m.id = c.comment_id
        """

    /// The number of the latest change; 0 if there is none.
    package func latestChange() throws -> Int64 { try value("SELECT MAX(number) FROM changes") ?? 0 }

    /// The number of the latest change, and that of the latest change of the whole newspaper.
    package func latestChanges() throws -> (any: Int64, ofHouse: Int64) {
        try first(
            """
            SELECT (SELECT MAX(number) FROM changes), \
            (SELECT number FROM changes WHERE story_id IS NULL ORDER BY story_id DESC, number DESC LIMIT 1)
            """
        ) { row in (try row[0] ?? 0, try row[1] ?? 0) } ?? (0, 0)
    }

    /// Changes after a number, in order.
    package func changes(after number: Int64, limit: Int) throws -> [Change] {
        try all(
            """
            \(Self.changes)
            WHERE c.number > $1 ORDER BY c.number LIMIT $2
            """, number, limit, as: change)
    }

    /// Changes of one story and of the whole newspaper after a number, in order. Returns `nil` if the feed
    /// does not reach back that far, if there are more than `limit`, or if no change has this number yet,
    /// because it comes from before a backup was restored.
    package func changes(of story: Story.ID, after number: Int64, limit: Int) throws -> [Change]? {
        let latest = try latestChange()
        guard number >= 0, number <= latest else { return nil }
        // The newspaper's last change is never deleted and may be much older than the others.
        let oldest: Int64? = try value("SELECT MIN(number) FROM changes WHERE number > $1", latest - Self.changesKept)
        guard number >= (oldest ?? latest + 1) - 1 else { return try lastChange(of: story) <= number ? [] : nil }
        let ofStory = try all(
            """
            \(Self.changes)
            WHERE c.story_id = $1 AND c.number > $2 ORDER BY c.number LIMIT $3
            """, story, number, limit + 1, as: change)
        let ofHouse = try all(
            """
            \(Self.changes)
            WHERE c.story_id IS NULL AND c.number > $1 AND c.person_id IS NULL ORDER BY c.story_id, c.number LIMIT $2
            """, number, limit + 1, as: change)
        let found = (ofStory + ofHouse).sorted { $0.number < $1.number }
        return found.count <= limit ? found : nil
    }

    /// The last change that a story's pages show, the story's or the newspaper's, even if the feed lacks it.
    func lastChange(of story: Story.ID) throws -> Int64 {
        try first(
            """
            SELECT last_change, (SELECT number FROM changes WHERE story_id IS NULL \
            ORDER BY story_id DESC, number DESC LIMIT 1)
            FROM stories WHERE id = $1
            """, story
        ) { row in max(try row[0], try row[1] ?? 0) } ?? 0
    }

    /// Records a change of a story, or of the whole newspaper (`nil`), in the transaction that makes it.
    func note(_ kind: Change.Kind, on story: Story.ID?) throws {
        try record(kind, story, nil)
        try markChanged(story)
    }

    /// Records a change of an entry of a live story.
    func note(_ kind: Change.Kind, of entry: LiveEntry.ID, on story: Story.ID) throws {
        try run(
            "INSERT INTO changes (kind, story_id, entry_id) VALUES ($1, $2, $3)", kind.rawValue, story, entry)
        try markChanged(story)
    }

    /// Gives a story the number of the change that was just recorded.
    private func markChanged(_ story: Story.ID?) throws {
        if let story {
            try run("UPDATE stories SET last_change = (SELECT MAX(number) FROM changes) WHERE id = $1", story)
        }
        try forgetOldChanges()
    }

    /// Records that the settings of a process changed, so that no page from before is shown.
    package func noteChangedSettings() throws { try note(.settingsChanged, on: nil) }

    /// Records that a person has another name, or got or lost the public page.
    func notePersonChanged(_ person: Person.ID) throws {
        try run("INSERT INTO changes (kind, person_id) VALUES ($1, $2)", Change.Kind.personChanged.rawValue, person)
        try forgetOldChanges()
    }

    /// Records a change of a comment, and adds `published` to the story's number of published comments.
    func note(_ kind: Change.Kind, of place: Change.Place, on story: Story.ID, published: Int) throws {
        try record(kind, story, place)
        try count(published, on: story)
        try forgetOldChanges(after: [place.comment])
    }

    /// Records the publication of these comments, in their order.
    func notePublished(_ comments: [Comment]) throws {
        switch dialect {
        case .sqlite: for comment in comments { try record(.commentPublished, comment.story, comment.place) }
        case .postgreSQL: try recordPublished(comments)
        }
        for (story, comments) in Dictionary(grouping: comments, by: \.story) {
            try count(comments.count, on: story)
        }
        try forgetOldChanges(after: comments.map(\.id))
    }

    private func count(_ published: Int, on story: Story.ID) throws {
        try run(
            """
            UPDATE stories SET comment_count = comment_count + $2,
                last_change = (SELECT MAX(number) FROM changes WHERE story_id = $1)
            WHERE id = $1
            """, story, published)
    }

    private func record(_ kind: Change.Kind, _ story: Story.ID?, _ place: Change.Place?) throws {
        try run(
            """
            INSERT INTO changes (kind, story_id, comment_id, parent_id, thread_id) VALUES ($1, $2, $3, $4, $5)
            """, kind.rawValue, story, place?.comment, place?.parent, place?.thread)
    }

    private func recordPublished(_ comments: [Comment]) throws {
        try run(
            """
            INSERT INTO changes (kind, story_id, comment_id, parent_id, thread_id)
            SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
            """, Change.Kind.commentPublished.rawValue, ArrayLiteral(comments.map(\.story)),
            ArrayLiteral(comments.map(\.id)), ArrayLiteral(comments.map(\.parent)), ArrayLiteral(comments.map(\.thread))
        )
    }

    private func forgetOldChanges(after comments: [Comment.ID]) throws {
        if comments.contains(where: { $0.number % Self.portion == 0 }) { try forgetOldChanges() }
    }

    /// Deletes old changes. The newspaper's last change stays, because every story's page has its number.
    func forgetOldChanges() throws {
        try run(
            """
            DELETE FROM changes WHERE number <= (SELECT MAX(number) FROM changes) - $1 AND number <> COALESCE(
                (SELECT number FROM changes WHERE story_id IS NULL ORDER BY story_id DESC, number DESC LIMIT 1), 0)
            """, Self.changesKept)
    }

    private func change(_ row: Row) throws -> Change {
        let comment: Comment.ID? = try row[3]
        let place = try comment.map { Change.Place(comment: $0, parent: try row[4], thread: try row[5]) }
        // A newer release may have written a kind that is unknown here. It counts as the kind that
        // invalidates most.
        let kind = Change.Kind(rawValue: try row[1]) ?? .storyArranged
        return Change(
            number: try row[0], kind: kind, story: try row[2], place: place,
            commentCount: try row[6] ?? 0, storyVersion: try row[7] ?? 0, person: try row[8], entry: try row[9])
    }
}
