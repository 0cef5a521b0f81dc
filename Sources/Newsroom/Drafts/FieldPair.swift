import struct Foundation.Date

/// A form that somebody has sent.
package protocol SentForm {
    /// The value of a field, however long.
    subscript(_ name: String) -> String? { get }
    /// The value of a field that holds one of our own words or numbers.
    func word(_ name: String) -> String?
}

/// A field of a draft as somebody types it, and as content.
protocol FieldPair {
    /// Reads what a form has in the field.
    func read(_ form: some SentForm, into typed: inout TypedDraft)
    /// Turns what somebody typed into content. Refuses with `invalid`.
    func accept(_ typed: TypedDraft, _ moments: TypedDraft.Moments, into content: inout DraftContent) throws(Refusal)
    /// Shows content as somebody would type it.
    func show(_ content: DraftContent, _ shown: TypedDraft.Shown, in typed: inout TypedDraft)
    /// Puts the changes of two people together. Returns whether that is possible; if not, `mine` stays as it is.
    func merge(base: DraftContent, theirs: DraftContent, into mine: inout DraftContent) -> Bool
    /// Whether two contents have the same value in the field.
    func isSame(in one: DraftContent, and other: DraftContent) -> Bool
}

extension DraftField {
    struct Pair<Typed, Value: Equatable & Sendable>: FieldPair {
        /// Returns `nil` if the changes exclude each other.
        typealias Merge = (_ base: Value, _ mine: Value, _ theirs: Value) -> Value?

        let typed: WritableKeyPath<TypedDraft, Typed>
        let content: WritableKeyPath<DraftContent, Value>
        let read: (any SentForm) -> Typed
        let accept: (Typed, TypedDraft.Moments) throws(Refusal) -> Value
        let show: (Value, TypedDraft.Shown) -> Typed
        var merge: Merge = mergeWhole

        func read(_ form: some SentForm, into draft: inout TypedDraft) { draft[keyPath: typed] = read(form) }

        func accept(
            _ draft: TypedDraft, _ moments: TypedDraft.Moments, into accepted: inout DraftContent
        ) throws(Refusal) {
            accepted[keyPath: content] = try accept(draft[keyPath: typed], moments)
        }

        func show(_ stored: DraftContent, _ shown: TypedDraft.Shown, in draft: inout TypedDraft) {
            draft[keyPath: typed] = show(stored[keyPath: content], shown)
        }

        func merge(base: DraftContent, theirs: DraftContent, into mine: inout DraftContent) -> Bool {
            let merged = merge(base[keyPath: content], mine[keyPath: content], theirs[keyPath: content])
            guard let merged else { return false }
            mine[keyPath: content] = merged
            return true
        }

        func isSame(in one: DraftContent, and other: DraftContent) -> Bool {
            one[keyPath: content] == other[keyPath: content]
        }
    }

    /// The value that was changed; `nil` if both have changed it in different ways.
    static func mergeWhole<Value: Equatable & Sendable>(base: Value, mine: Value, theirs: Value) -> Value? {
        if mine == base { theirs } else if theirs == base || theirs == mine { mine } else { nil }
    }
}
