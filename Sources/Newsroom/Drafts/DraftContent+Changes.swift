/// An agency's version that an editor puts together with changes that were made here.
package struct AgencyChange: Sendable {
    /// The agency's text from which the changes here began.
    package let base: DraftContent
    package let theirs: DraftContent

    package init(base: DraftContent, theirs: DraftContent) {
        self.base = base
        self.theirs = theirs
    }
}

extension DraftContent {
    /// The problems of changes to a published story. `agency` is the agency's version that this content names.
    package func problems(changing published: DraftContent, with agency: AgencyChange?) -> [PublicationProblem] {
        var problems: [PublicationProblem] = []
        if DraftField.ofStory.allSatisfy({ $0.pair.isSame(in: self, and: published) }) {
            problems.append(PublicationProblem(.unchanged))
        }
        if !act.isCorrection, !correction.isEmpty { problems.append(PublicationProblem(.unusedNote)) }
        guard let agency else { return problems }
        let lost = DraftField.ofAgencies.filter { lacks(agency, in: $0, comparedWith: published) }
        return problems + lost.map { PublicationProblem(.agencyChangeLost, $0.rawValue) }
    }

    /// Whether this content has nothing of an agency's change in a field. An editor may write the change in their own
    /// words, so a single new word of the agency is enough. If the agency has only taken words out, or has moved them,
    /// the field must differ from the published one.
    private func lacks(_ agency: AgencyChange, in field: DraftField, comparedWith published: DraftContent) -> Bool {
        guard !field.pair.isSame(in: agency.base, and: agency.theirs), !field.pair.isSame(in: self, and: agency.theirs)
        else { return false }
        let new = agency.theirs.words(in: field).subtracting(agency.base.words(in: field))
            .subtracting(published.words(in: field))
        guard !new.isEmpty else { return field.pair.isSame(in: self, and: published) }
        return words(in: field).isDisjoint(with: new)
    }

    private func words(in field: DraftField) -> Set<Substring> {
        let text =
            switch field {
            case .headline: headline
            case .standfirst: standfirst
            case .byline: byline
            case .place: place
            case .agency: agency
            case .body: body
            case .credits: credits.map(\.line).joined(separator: " ")
            case .signOff: signOff
            default: ""
            }
        return Set(text.split { !$0.isLetter && !$0.isNumber })
    }
}

extension DraftField {
    /// The fields that agencies fill.
    fileprivate static let ofAgencies = [headline, standfirst, byline, place, agency, body, credits, signOff]
    /// The fields that readers see.
    fileprivate static let ofStory = ofAgencies + [topics, related, gallery, language]
}
