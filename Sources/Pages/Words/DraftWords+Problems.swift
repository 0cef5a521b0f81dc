import Newsroom

extension DraftWords {
    static func sentence(about problem: PublicationProblem) -> String {
        switch problem.check {
        case .noHeadline: "The headline is missing."
        case .noText: "The text is missing."
        case .brokenLink: "This link leads nowhere: \(problem.detail)"
        case .pictureWithoutDescription: "Picture \(problem.detail) has no description for people who cannot see it."
        case .pictureWithoutCaption: "Picture \(problem.detail) has no caption."
        case .pictureWithoutCredit: "Picture \(problem.detail) has no credit."
        case .pictureTerms: "The source has set terms for picture \(problem.detail)"
        case .pictureUsedBefore:
            "Picture \(problem.detail) may be used once, and another story shows it already."
        case .missingPicture: "There is no picture \(problem.detail), or it was withdrawn."
        case .pictureOutsideGallery:
            "The text shows picture \(problem.detail), which is not among the pictures of the story."
        case .missingStory: "There is no published story \(problem.detail)."
        case .unchanged: "You have changed nothing that readers see. They would get a new version with the same text."
        case .unusedNote:
            "Readers would not see your note, because only a correction or a clarification has one. Choose one of them, "
                + "or delete the note."
        case .agencyChangeLost:
            "The agency has changed the \(field(problem.detail)). Your draft has nothing of that change."
        case .agencyVersionDismissed:
            "This draft contains an agency’s version that an editor has decided not to publish."
        }
    }

    private static func field(_ name: String) -> String { DraftField(rawValue: name).map(Self.name) ?? name }

    static func name(of field: DraftField) -> String {
        switch field {
        case .headline: "headline"
        case .standfirst: "standfirst"
        case .byline: "byline"
        case .place: "place"
        case .agency: "agency"
        case .body: "text"
        case .credits: "credits"
        case .signOff: "sign-off"
        case .topics: "topics"
        case .related: "related stories"
        case .gallery: "pictures"
        case .language: "language"
        case .publishAt: "time of publication"
        case .embargo: "embargo"
        case .discussion: "discussion"
        case .act: "kind of change"
        case .correction: "note to readers"
        case .note: "note"
        }
    }
}
