/// Merges two changed copies of a text, line by line (diff3).
enum TextMerge {
    /// Comparing costs the product of the lines and the changes, so longer texts are not merged.
    private static let mostLines = 4_000

    /// The text with both changes; `nil` if both have changed the same lines in different ways.
    static func merge(base: String, mine: String, theirs: String) -> String? {
        if mine == base || mine == theirs { return theirs }
        if theirs == base { return mine }
        let (old, own, other) = (lines(base), lines(mine), lines(theirs))
        guard max(old.count, own.count, other.count) <= mostLines else { return nil }
        let (ownMatches, otherMatches) = (matches(old, own), matches(old, other))
        var merged: [Substring] = []
        var (atOld, atOwn, atOther) = (0, 0, 0)
        while true {
            // The next line that both have kept.
            let kept = (atOld..<old.count).first { ownMatches[$0] != nil && otherMatches[$0] != nil } ?? old.count
            let (ownEnd, otherEnd) =
                kept < old.count
                ? (ownMatches[kept] ?? own.count, otherMatches[kept] ?? other.count)
                : (own.count, other.count)
            let (before, one, two) = (old[atOld..<kept], own[atOwn..<ownEnd], other[atOther..<otherEnd])
            if one.elementsEqual(before) {
                merged += two
            } else if two.elementsEqual(before) || one.elementsEqual(two) {
                merged += one
            } else {
                return nil
            }
            guard kept < old.count else { return merged.joined(separator: "\n") }
            merged.append(old[kept])
            (atOld, atOwn, atOther) = (kept + 1, ownEnd + 1, otherEnd + 1)
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// For each line of the old text, its place in the new one; `nil` if it is gone.
    private static func matches(_ old: [Substring], _ new: [Substring]) -> [Int?] {
        var (removed, inserted) = (Set<Int>(), Set<Int>())
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var places = new.indices.lazy.filter { !inserted.contains($0) }.makeIterator()
        return old.indices.map { removed.contains($0) ? nil : places.next() }
    }
}
