/// Finds the name that somebody probably meant.
enum NearestName {
    /// The most similar of these names; `nil` if none is similar. Capitals and punctuation do not matter.
    static func of(_ written: String, among names: [String]) -> String? {
        let plain = plain(written)
        let longest = plain.count < 5 ? 1 : max(2, plain.count / 4)
        let near = names.map { (name: $0, distance: distance(plain, Self.plain($0))) }
            .min { $0.distance < $1.distance }
        if let near, near.distance <= longest { return near.name }
        // A name at the wrong level, such as `perMinute`, or in the wrong group, such as `site.name`.
        let last = Self.plain(String(written.split { $0 == "." || $0 == "_" }.last ?? ""))
        let alike = names.filter { name in
            name.split { $0 == "." || $0 == "_" }.last.map { Self.plain(String($0)) } == last
        }
        return alike.count == 1 ? alike[0] : nil
    }

    private static func plain(_ name: String) -> [Character] {
        name.lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
    }

    /// How many characters must be inserted, deleted, replaced, or exchanged with their neighbor.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var rows = [Array(0...other.count)]
        for (i, character) in one.enumerated() {
            var row = [i + 1]
            for (j, counterpart) in other.enumerated() {
                var least = min(rows[i][j] + (character == counterpart ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, character == other[j - 1], counterpart == one[i - 1] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
