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
        let lost = DraftField.ofAgencies.filter { field in
            !field.pair.isSame(in: agency.base, and: agency.theirs) && field.pair.isSame(in: self, and: published)
                && !field.pair.isSame(in: self, and: agency.theirs)
        }
        return problems + lost.map { PublicationProblem(.agencyChangeLost, $0.rawValue) }
    }
}

extension DraftField {
    /// The fields that agencies fill.
    fileprivate static let ofAgencies = [headline, standfirst, byline, place, agency, body, credits, signOff]
    /// The fields that readers see.
    fileprivate static let ofStory = ofAgencies + [topics, related, gallery, language]
}
