/// A check of a draft before publication. Settings say which checks stop publication.
package enum PublicationCheck: String, Sendable, Hashable, CaseIterable, Comparable {
    case noHeadline, noText, brokenLink, pictureWithoutDescription, pictureWithoutCaption, pictureWithoutCredit
    case pictureTerms, pictureUsedBefore, missingPicture, pictureOutsideGallery, missingStory
    case unchanged, unusedNote, agencyChangeLost, agencyVersionDismissed

    /// The checks of changes to a published story. They only warn, because an editor may have a reason.
    package static let ofChanges: Set = [unchanged, unusedNote, agencyChangeLost, agencyVersionDismissed]

    /// The field of the form in which the problem is solved.
    package var field: String {
        switch self {
        case .noHeadline, .unchanged: "headline"
        case .unusedNote: "correction"
        case .noText, .brokenLink, .pictureOutsideGallery, .agencyChangeLost, .agencyVersionDismissed:
            "body"
        case .missingStory: "related"
        case .pictureWithoutDescription, .pictureWithoutCaption, .pictureWithoutCredit, .pictureTerms,
            .pictureUsedBefore, .missingPicture:
            "gallery"
        }
    }

    package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A problem that a check found. `detail` is the text that it is about: an address, a picture's number or terms, or the
/// name of a field.
package struct PublicationProblem: Sendable, Hashable {
    package let check: PublicationCheck
    package let detail: String

    package init(_ check: PublicationCheck, _ detail: String = "") {
        self.check = check
        self.detail = detail
    }

    /// The field of the form in which the problem is solved.
    package var field: String { check == .agencyChangeLost ? detail : check.field }
}

extension DraftContent {
    /// The problems of the texts, and of the pictures and related stories that are there.
    package func problems(
        brokenLinks: [String], placedPictures: [Int64], pictures: [Picture], stories: Set<Int64>,
        confirmedTerms: Set<Int64> = [], usedBefore: [Int64] = []
    ) -> [PublicationProblem] {
        var problems: [PublicationProblem] = []
        if headline.isEmpty { problems.append(PublicationProblem(.noHeadline)) }
        if body.isEmpty { problems.append(PublicationProblem(.noText)) }
        problems += brokenLinks.map { PublicationProblem(.brokenLink, $0) }
        let found = Dictionary(pictures.map { ($0.id.number, $0) }) { first, _ in first }
        for number in gallery.map(\.picture.number) {
            guard let picture = found[number] else {
                problems.append(PublicationProblem(.missingPicture, "\(number)"))
                continue
            }
            if picture.alternativeText.isEmpty {
                problems.append(PublicationProblem(.pictureWithoutDescription, "\(number)"))
            }
            if picture.caption.isEmpty { problems.append(PublicationProblem(.pictureWithoutCaption, "\(number)")) }
            if picture.provenance.credit == nil {
                problems.append(PublicationProblem(.pictureWithoutCredit, "\(number)"))
            }
            if !confirmedTerms.contains(number), let terms = picture.provenance.usageTerms {
                problems.append(PublicationProblem(.pictureTerms, "\(number): \(terms)"))
            }
        }
        problems += placedPictures.filter { placed in !gallery.contains { $0.picture.number == placed } }.map {
            PublicationProblem(.pictureOutsideGallery, "\($0)")
        }
        problems += usedBefore.map { PublicationProblem(.pictureUsedBefore, "\($0)") }
        problems += related.filter { !stories.contains($0) }.map { PublicationProblem(.missingStory, "\($0)") }
        return problems.sorted { $0.check < $1.check }
    }
}
