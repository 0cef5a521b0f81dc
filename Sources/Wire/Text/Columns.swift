import Newsroom

/// Lines whose spaces align columns, such as a league table.
enum Columns {
    /// The lines of a text without their common margin. `nil` unless at least three of them have columns.
    ///
    /// - Parameter spaces: the number of spaces between two columns. A tab always separates columns.
    static func lines(of text: String, apart spaces: Int) -> [String]? {
        guard text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) > 1 else { return nil }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let gap = String(repeating: " ", count: spaces)
        guard lines.count(where: { $0.hasColumns(apart: gap) }) > 2 else { return nil }
        let trimmed = lines.drop(while: \.hasNothingToRead).reversed().drop(while: \.hasNothingToRead).reversed()
        let margin = trimmed.filter { !$0.hasNothingToRead }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return trimmed.map { String($0.dropFirst(margin)) }
    }
}

extension String {
    fileprivate func hasColumns(apart gap: String) -> Bool {
        let words = trimmed
        return words.utf8.contains(UInt8(ascii: "\t")) || words.contains(gap)
    }
}
