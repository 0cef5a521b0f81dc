import struct Foundation.Date

/// The fields of a draft, in the order of its form, by their names in forms and refusals.
package enum DraftField: String, Sendable, Hashable, CaseIterable {
    case headline, standfirst, byline, place, agency, body, credits
    case signOff = "sign-off"
    case topics, related, gallery, language
    case publishAt = "publish-at"
    case embargo
    case discussion = "discussion-closed"
    case act, correction, note

    /// The list of what is typed into each field, and of the content that it becomes. Forms, stored drafts and
    /// merged texts are all read with it.
    var pair: any FieldPair {
        switch self {
        case .headline: text(\.headline, \.headline, accept: DraftRules.headline.accept)
        case .standfirst: text(\.standfirst, \.standfirst, accept: DraftRules.standfirst.accept)
        case .byline: text(\.byline, \.byline, accept: DraftRules.byline.accept)
        case .place: text(\.place, \.place, accept: DraftRules.place.accept)
        case .agency: text(\.agency, \.agency, accept: DraftRules.agency.accept)
        case .body: text(\.body, \.body, accept: DraftRules.body.accept, merge: TextMerge.merge)
        case .credits: list(\.credits, \.credits, accept: DraftRules.credits) { $0.map(\.line) }
        case .signOff: text(\.signOff, \.signOff, accept: DraftRules.signOff.accept)
        case .topics: list(\.topics, \.topics, accept: DraftRules.topics) { $0 }
        case .related: list(\.related, \.related, accept: DraftRules.related) { $0.map(String.init) }
        case .gallery: list(\.gallery, \.gallery, accept: DraftRules.gallery) { GalleryEntry.lines($0) }
        case .language: text(\.language, \.language, accept: DraftRules.language)
        case .publishAt: time(\.publishAt, \.publishAt)
        case .embargo: time(\.embargoedUntil, \.embargoedUntil)
        case .discussion: checkbox(\.isDiscussionClosed, \.isDiscussionClosed)
        case .act: act(\.act, \.act)
        case .correction: text(\.correction, \.correction, accept: DraftRules.correction.accept)
        case .note: text(\.note, \.note, accept: DraftRules.note.accept)
        }
    }
}

/// The kinds of fields.
extension DraftField {
    private typealias Accept<Value> = (_ typed: String) throws(Refusal) -> Value

    private func text(
        _ typed: WritableKeyPath<TypedDraft, String>, _ content: WritableKeyPath<DraftContent, String>,
        accept: @escaping Accept<String>, merge: @escaping Pair<String, String>.Merge = mergeWhole
    ) -> Pair<String, String> {
        Pair(
            typed: typed, content: content,
            read: { form in form[rawValue] ?? "" },
            accept: { typed, _ throws(Refusal) in try accept(typed) },
            show: { text, _ in text },
            merge: merge)
    }

    private func list<Element: Equatable & Sendable>(
        _ typed: WritableKeyPath<TypedDraft, String>, _ content: WritableKeyPath<DraftContent, [Element]>,
        accept: @escaping Accept<[Element]>, show: @escaping ([Element]) -> [String]
    ) -> Pair<String, [Element]> {
        Pair(
            typed: typed, content: content,
            read: { form in form[rawValue] ?? "" },
            accept: { typed, _ throws(Refusal) in try accept(typed) },
            show: { list, _ in show(list).joined(separator: "\n") })
    }

    private func time(
        _ typed: WritableKeyPath<TypedDraft, TypedDraft.Time>, _ content: WritableKeyPath<DraftContent, Date?>
    ) -> Pair<TypedDraft.Time, Date?> {
        Pair(
            typed: typed, content: content,
            read: { form in TypedDraft.Time(form[rawValue] ?? "", clock: form.word("\(rawValue)-clock") ?? "") },
            accept: { typed, moments throws(Refusal) in try DraftRules.time(typed, field: rawValue, moments) },
            show: { date, shown in shown(date) })
    }

    /// A choice that the form lacks is an update.
    private func act(
        _ typed: WritableKeyPath<TypedDraft, String>, _ content: WritableKeyPath<DraftContent, Version.Act>
    ) -> Pair<String, Version.Act> {
        Pair(
            typed: typed, content: content,
            read: { form in form.word(rawValue) ?? "" },
            accept: { typed, _ in Version.Act.ofPublished.first { $0.rawValue == typed } ?? .update },
            show: { act, _ in act.rawValue })
    }

    private func checkbox(
        _ typed: WritableKeyPath<TypedDraft, Bool>, _ content: WritableKeyPath<DraftContent, Bool>
    ) -> Pair<Bool, Bool> {
        Pair(
            typed: typed, content: content,
            read: { form in form.word(rawValue) == "yes" },
            accept: { isChecked, _ in isChecked },
            show: { isChecked, _ in isChecked })
    }
}
