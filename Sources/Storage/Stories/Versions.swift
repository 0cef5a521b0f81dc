package import Database
import struct Foundation.Date
package import Newsroom

extension Transaction {
    /// All versions of a story, the first one first.
    package func versions(of id: Story.ID) throws -> [Version] {
        try all(
            """
            SELECT number, wire_version, headline, standfirst, dateline_place, dateline_agency, byline, body, sign_off,
                created_at, revision_mark, revision_note, is_minor, act, note
            FROM versions WHERE story_id = $1 ORDER BY number
            """, id
        ) { row in try version(row, of: id) }
    }

    /// The updates of a story since the oldest version that a comment in these threads responds to. `key` is
    /// the key of the comment after which the threads begin.
    package func updates(of story: Story, since threads: [Thread], after key: PageKey? = nil) throws -> StoryUpdates {
        guard story.hasEarlierVersions,
            let oldest = threads.lazy.flatMap(\.entries).map(\.comment.storyVersion).min(),
            key != nil || oldest < story.current.number
        else { return StoryUpdates(current: story.current.number) }
        let previous: Int? = try key.flatMap { key in
            try value("SELECT story_version FROM comments WHERE id = $1 AND story_id = $2", key.number, story.id)
        }
        let found = try all(
            """
            SELECT number, created_at, act FROM versions
            WHERE story_id = $1 AND number >= $2 AND number > 1 AND is_minor = 0
            """, story.id, min(oldest, previous ?? oldest)
        ) { row in (number: try row[0] as Int, at: try row[1] as Date, act: Version.Act(rawValue: try row[2] as String))
        }
        let corrected = Set(found.filter { $0.act?.isCorrection ?? false }.map(\.number))
        return StoryUpdates(
            current: story.current.number, times: Dictionary(uniqueKeysWithValues: found.map { ($0.number, $0.at) }),
            corrected: corrected, previous: previous,
            correctedTexts: try correctedTexts(of: story.id, correctedIn: corrected, quotedIn: threads))
    }

    package func version(_ number: Int, of id: Story.ID) throws -> Version? {
        try first(
            """
            SELECT number, wire_version, headline, standfirst, dateline_place, dateline_agency, byline, body, sign_off,
                created_at, revision_mark, revision_note, is_minor, act, note
            FROM versions WHERE story_id = $1 AND number = $2
            """, id, number
        ) { row in try version(row, of: id) }
    }

    func currentVersion(of id: Story.ID) throws -> Version? {
        guard let number: Int = try value("SELECT current_version FROM stories WHERE id = $1", id) else { return nil }
        return try version(number, of: id)
    }

    func add(_ version: Version, to id: Story.ID) throws {
        try run(
            """
            INSERT INTO versions (story_id, number, wire_version, headline, standfirst, dateline_place, dateline_agency,
                byline, body, sign_off, created_at, revision_mark, revision_note, is_minor, act, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """, id, version.number, version.wireVersion, version.headline.sent,
            version.standfirst?.sent, version.dateline?.place?.sent, version.dateline?.agency?.sent,
            version.byline?.sent, version.body.sent, version.signOff?.sent, version.createdAt,
            version.revision?.mark, version.revision?.note, version.act == .typo, version.act.rawValue,
            version.note?.sent)
        for (position, credit) in version.credits.enumerated() {
            try run(
                """
                INSERT INTO credits (story_id, version, position, role, person, place) VALUES ($1, $2, $3, $4, $5, $6)
                """, id, version.number, position, credit.role, credit.person, credit.place)
        }
        if version.number > 1 { try keepGallery(of: id, as: version.number) }
    }

    func dateline(_ row: Row, _ column: Int) throws -> Dateline? {
        let (place, agency): (String?, String?) = (try row[column], try row[column + 1])
        return place == nil && agency == nil ? nil : Dateline(place: place, agency: agency)
    }

    /// `revision` is the column of the revision's mark. Its note, `is_minor`, the act and its note follow.
    func version(_ row: Row, of id: Story.ID, revision: Int = 10) throws -> Version {
        let number: Int = try row[0]
        return Version(
            number: number, wireVersion: try row[1], headline: try row[2], standfirst: try row[3],
            dateline: try dateline(row, 4), byline: try row[6], body: try row[7],
            credits: try credits(of: id, version: number), signOff: try row[8], createdAt: try row[9],
            revision: Revision(mark: try row[revision], note: try row[revision + 1]),
            act: try act(row, revision + 2), note: try row[revision + 4])
    }

    /// Deletes all versions of a story, so that the next one is its first.
    func deleteVersions(of id: Story.ID) throws {
        try run("DELETE FROM credits WHERE story_id = $1", id)
        try run("DELETE FROM version_pictures WHERE story_id = $1", id)
        try run("DELETE FROM versions WHERE story_id = $1", id)
    }

    /// Two columns, beginning at `first`: `is_minor`, which is all that a process of the version before knows, and the act.
    func act(_ row: Row, _ first: Int) throws -> Version.Act {
        try row[first] ? .typo : Version.Act(rawValue: try row[first + 1]) ?? .update
    }

    private func credits(of id: Story.ID, version: Int) throws -> [Credit] {
        try all(
            """
            SELECT role, person, place FROM credits WHERE story_id = $1 AND version = $2 ORDER BY position
            """, id, version
        ) { row in Credit(role: try row[0], person: try row[1], place: try row[2]) }
    }
}
