/// Two people's changes to one draft, made from the same text, put together.
package struct DraftMerge: Sendable, Hashable {
    /// Both changes where they do not overlap, and otherwise one's own.
    package let content: DraftContent
    /// The fields that both have changed in different ways.
    package let conflicts: Set<Field>

    package enum Field: String, Sendable, Hashable, CaseIterable {
        case headline, standfirst, byline, place, agency, body, credits, signOff, topics, related, gallery, language
        case publishAt, embargo, discussion, note
    }

    /// `base` is the text from which both began; `theirs` is stored, `mine` is not.
    package init(base: DraftContent, mine: DraftContent, theirs: DraftContent) {
        var (merged, conflicts) = (mine, Set<Field>())
        func put<Value: Equatable>(_ field: Field, _ path: WritableKeyPath<DraftContent, Value>) {
            let (old, own, other) = (base[keyPath: path], mine[keyPath: path], theirs[keyPath: path])
            if own == old {
                merged[keyPath: path] = other
            } else if other != old, other != own {
                conflicts.insert(field)
            }
        }
        put(.headline, \.headline)
        put(.standfirst, \.standfirst)
        put(.byline, \.byline)
        put(.place, \.place)
        put(.agency, \.agency)
        put(.credits, \.credits)
        put(.signOff, \.signOff)
        put(.topics, \.topics)
        put(.related, \.related)
        put(.gallery, \.gallery)
        put(.language, \.language)
        put(.publishAt, \.publishAt)
        put(.embargo, \.embargoedUntil)
        put(.discussion, \.isDiscussionClosed)
        put(.note, \.note)
        if let body = TextMerge.merge(base: base.body, mine: mine.body, theirs: theirs.body) {
            merged.body = body
        } else {
            conflicts.insert(.body)
        }
        content = merged
        self.conflicts = conflicts
    }
}
