import Database
import Newsroom

/// The index of words with which the library finds pictures.
extension Transaction {
    /// Words of one picture. Longer captions are indexed in part.
    private static var mostWords: Int { 300 }

    /// Indexes the texts and the number of a picture.
    func indexWords(of id: Picture.ID) throws {
        let texts = try first(
            "SELECT caption, alternative_text, creator, credit_line, chain, via, source FROM pictures WHERE id = $1", id
        ) { row in
            let parts: [String?] = try (0..<7).map { try row[$0] }
            return parts.map { $0 ?? "" }
        }
        guard let texts else { return }
        let credit = texts.dropFirst(2).joined(separator: " ").searchWords(limit: Self.mostWords)
        let about = "\(id) \(texts[0]) \(texts[1])"
        let all = credit + about.searchWords(limit: Self.mostWords)
        try run("DELETE FROM picture_words WHERE picture_id = $1", id)
        for (index, word) in all.enumerated() {
            // A word of the credit that is in the caption too is found by both searches.
            try run(
                """
                INSERT INTO picture_words (word, picture_id, is_credit) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
                """, word, id, index < credit.count)
        }
        try run("UPDATE pictures SET is_indexed = 1 WHERE id = $1", id)
    }

    func hasUnindexedPictures() throws -> Bool { try exists("SELECT 1 FROM pictures WHERE is_indexed = 0 LIMIT 1") }

    /// Indexes pictures that are older than the index. Those that one transaction does not reach are due again.
    package func indexPictures() throws {
        let left: [Picture.ID] = try all("SELECT id FROM pictures WHERE is_indexed = 0 ORDER BY id LIMIT 200") {
            try $0[0]
        }
        for id in left { try indexWords(of: id) }
    }
}
