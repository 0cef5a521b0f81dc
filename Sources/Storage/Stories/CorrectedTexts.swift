import Database
import Newsroom

extension Transaction {
    /// The texts before and after the last corrections, newest first. Runs no query unless a comment quotes anything and
    /// is about a version before one of these corrections.
    func correctedTexts(
        of story: Story.ID, correctedIn versions: Set<Int>, quotedIn threads: [Thread]
    ) throws -> [CorrectedText] {
        guard let newest = versions.max() else { return [] }
        let comments = threads.lazy.flatMap(\.entries).map(\.comment)
        guard let oldest = comments.filter({ $0.isQuoting(before: newest) }).map(\.storyVersion).min() else {
            return []
        }
        return try all(
            """
            SELECT v.number, v.act, b.headline, b.standfirst, b.body, v.headline, v.standfirst, v.body
            FROM versions v JOIN versions b ON b.story_id = v.story_id AND b.number = v.number - 1
            WHERE v.story_id = $1 AND v.number > $2 AND v.is_minor = 0 AND v.act IN ('correction', 'clarification')
            ORDER BY v.number DESC LIMIT $3
            """, story, oldest, CorrectedPassages.mostCorrections
        ) { row in
            CorrectedText(
                version: try row[0], act: Version.Act(rawValue: try row[1]) ?? .correction,
                before: try storyText(row, from: 2), after: try storyText(row, from: 5))
        }
    }

    private func storyText(_ row: Row, from first: Int) throws -> StoryText {
        StoryText(headline: try row[first], standfirst: try row[first + 1], body: try row[first + 2])
    }
}
