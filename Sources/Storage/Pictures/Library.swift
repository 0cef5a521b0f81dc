package import Database
import Foundation
package import Newsroom

/// The desk's library of pictures, the newest first.
extension Transaction {
    private static let facts: SQL = """
        p.revision, p.added_at, p.added_by, a.name, p.original, p.has_credentials, p.is_canceled, w.removed_at, b.name,
            w.reason, p.is_single_use, p.expires_at, p.terms_confirmed_at, c.name, p.framing,
            (SELECT COUNT(*) FROM galleries g JOIN stories s ON s.id = g.story_id
            WHERE g.picture_id = p.id AND s.is_withdrawn = 0)
        """
    private static let people: SQL = """
        LEFT JOIN people a ON a.id = p.added_by LEFT JOIN picture_removals w ON w.picture_id = p.id
            LEFT JOIN people b ON b.id = w.staff_id LEFT JOIN people c ON c.id = p.terms_confirmed_by
        """

    /// A picture with the files of all its crops, even if it was removed; `nil` if there is none.
    package func libraryPicture(_ id: Picture.ID) throws -> LibraryPicture? {
        try libraryPicture(id, files: "")
    }

    /// The row of a list: with its small files only.
    package func listedPicture(_ id: Picture.ID) throws -> LibraryPicture? {
        try libraryPicture(id, files: "AND r.crop = 'original' AND r.width <= 640")
    }

    private func libraryPicture(_ id: Picture.ID, files: SQL) throws -> LibraryPicture? {
        var album = Album()
        _ = try all(
            """
            SELECT p.id, \(Album.columns()) FROM pictures p LEFT JOIN renditions r ON r.picture_id = p.id \(files)
            WHERE p.id = $1
            """, id
        ) { try album.add($0) }
        return try album.pictures.first.flatMap { try withFacts($0.picture) }
    }

    private func withFacts(_ picture: Picture) throws -> LibraryPicture? {
        try first("SELECT \(Self.facts) FROM pictures p \(Self.people) WHERE p.id = $1", picture.id) { row in
            let addedBy: Staff.ID? = try row[2]
            let removedAt: Date? = try row[7]
            let confirmedAt: Date? = try row[12]
            return LibraryPicture(
                picture: picture, revision: try row[0], addedAt: try row[1],
                addedBy: try addedBy.map { DraftPerson(id: $0, name: try row[3]) }, original: try row[4],
                hasCredentials: try row[5], framing: try Framing(stored: row[14]),
                terms: PictureTerms(isSingleUse: try row[10], endsAt: try row[11]),
                termsConfirmation: try confirmedAt.map { LibraryPicture.Confirmation(by: try row[13], at: $0) },
                removal: try row[6]
                    ? PictureRemoval(at: removedAt ?? .distantPast, by: row[8], reason: row[9] ?? "") : nil,
                uses: try row[15])
        }
    }

    /// The pictures that a filter admits, by number, the newest first.
    package func libraryPictures(
        matching filter: PictureFilter, after key: PageKey?, limit: Int
    ) throws -> PageOfResults<LibraryPicture> {
        let words = try rarestFirst(filter.words)
        let bounds = try bounds(of: filter)
        let found = try firstMatches(
            after: key.map { PageKey(milliseconds: 0, number: min($0.number, bounds.upper)) }
                ?? PageKey(milliseconds: 0, number: bounds.upper),
            limit: limit, isAll: words.count < 2 && filter.use == nil,
            key: { PageKey(milliseconds: 0, number: $0.id.number) },
            batch: { key, count in
                guard words.isEmpty, filter.use == .used else {
                    return try candidates(words.first, below: key.number, from: bounds.lower, count: count)
                }
                return try candidatesInGalleries(below: key.number, from: bounds.lower, count: count)
            },
            admits: { row in
                try filter.admits(row.isUsed, row.isRemoved) && words.dropFirst().allSatisfy { try has($0, row.id) }
            })
        return PageOfResults(try found.elements.compactMap { try listedPicture($0.id) }, next: found.next)
    }

    private typealias Candidate = (id: Picture.ID, isUsed: Bool, isRemoved: Bool)
    private static let candidateColumns: SQL = """
        p.id, CASE WHEN EXISTS (SELECT 1 FROM galleries g JOIN stories s ON s.id = g.story_id
            WHERE g.picture_id = p.id AND s.is_withdrawn = 0) THEN 1 ELSE 0 END, p.is_canceled
        """

    private static func candidate(_ row: Row) throws -> Candidate { (try row[0], try row[1], try row[2]) }

    private func candidates(_ word: IndexedWord?, below number: Int64, from lower: Int64, count: Int) throws
        -> [Candidate]
    {
        guard let word else {
            return try all(
                """
                SELECT \(Self.candidateColumns) FROM pictures p WHERE p.id < $1 AND p.id >= $2 ORDER BY p.id DESC LIMIT $3
                """, number, lower, count, as: Self.candidate)
        }
        return try all(
            """
            SELECT \(Self.candidateColumns) FROM picture_words w JOIN pictures p ON p.id = w.picture_id
            WHERE w.word = $1 AND w.picture_id < $2 AND w.picture_id >= $3 AND w.is_credit >= $4
            ORDER BY w.picture_id DESC LIMIT $5
            """, word.text, number, lower, word.isCredit, count, as: Self.candidate)
    }

    /// Most pictures of a large library are in no story.
    private func candidatesInGalleries(below number: Int64, from lower: Int64, count: Int) throws -> [Candidate] {
        try all(
            """
            SELECT \(Self.candidateColumns) FROM pictures p WHERE p.id IN (
                SELECT DISTINCT picture_id FROM galleries WHERE picture_id < $1 AND picture_id >= $2
                ORDER BY picture_id DESC LIMIT $3
            ) ORDER BY p.id DESC
            """, number, lower, count, as: Self.candidate)
    }

    /// The numbers of the pictures that were added between two times. Pictures get their numbers in the order of time.
    private func bounds(of filter: PictureFilter) throws -> (lower: Int64, upper: Int64) {
        let lower: Int64? = try filter.from.flatMap {
            try value("SELECT id FROM pictures WHERE added_at >= $1 ORDER BY added_at, id LIMIT 1", $0) ?? .max
        }
        let last: Int64? = try filter.until.flatMap {
            try value("SELECT id FROM pictures WHERE added_at < $1 ORDER BY added_at DESC, id DESC LIMIT 1", $0) ?? 0
        }
        return (lower ?? 0, last.map { $0 + 1 } ?? .max)
    }
}

/// A word of a search. One of the credit field counts only where the credit has it.
private struct IndexedWord: Hashable {
    let text: String
    let isCredit: Bool
}

extension PictureFilter {
    /// Words that a search takes into account.
    private static var mostWords: Int { 8 }

    fileprivate var words: [IndexedWord] {
        text.searchWords(limit: Self.mostWords).map { IndexedWord(text: $0, isCredit: false) }
            + credit.searchWords(limit: Self.mostWords).map { IndexedWord(text: $0, isCredit: true) }
    }

    fileprivate func admits(_ isUsed: Bool, _ isRemoved: Bool) -> Bool {
        switch use {
        case nil: true
        case .used: isUsed
        case .unused: !isUsed && !isRemoved
        case .removed: isRemoved
        }
    }
}

extension Transaction {
    /// The words with the fewest pictures first, so that few pictures are looked at. Counting stops early.
    private func rarestFirst(_ words: [IndexedWord]) throws -> [IndexedWord] {
        guard words.count > 1 else { return words }
        let counted: [(word: IndexedWord, count: Int)] = try words.map { word in
            let count: Int? = try value(
                "SELECT COUNT(*) FROM (SELECT 1 FROM picture_words WHERE word = $1 LIMIT 2000) AS few", word.text)
            return (word, count ?? 0)
        }
        return counted.sorted { $0.count < $1.count }.map(\.word)
    }

    private func has(_ word: IndexedWord, _ id: Picture.ID) throws -> Bool {
        try exists(
            "SELECT 1 FROM picture_words WHERE word = $1 AND picture_id = $2 AND is_credit >= $3", word.text, id,
            word.isCredit)
    }
}
