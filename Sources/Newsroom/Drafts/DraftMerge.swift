/// Two people's changes to one draft, made from the same text, put together.
package struct DraftMerge: Sendable, Hashable {
    /// Both changes where they do not overlap, and otherwise one's own.
    package let content: DraftContent
    /// The fields that both have changed in different ways.
    package let conflicts: Set<DraftField>

    /// `base` is the text from which both began; `theirs` is stored, `mine` is not.
    package init(base: DraftContent, mine: DraftContent, theirs: DraftContent) {
        var merged = mine
        conflicts = Set(DraftField.allCases.filter { !$0.pair.merge(base: base, theirs: theirs, into: &merged) })
        content = merged
    }
}
