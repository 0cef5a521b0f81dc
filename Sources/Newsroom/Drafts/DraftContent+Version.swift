package import struct Foundation.Date

extension DraftContent {
    /// The version of a story that this content becomes at publication.
    package func version(_ number: Int, wireVersion: Int? = nil, createdAt: Date) -> Version {
        let (place, agency) = (place.isEmpty ? nil : place, agency.isEmpty ? nil : agency)
        return Version(
            number: number, wireVersion: wireVersion, headline: headline,
            standfirst: standfirst.isEmpty ? nil : standfirst,
            dateline: place == nil && agency == nil ? nil : Dateline(place: place, agency: agency),
            byline: byline.isEmpty ? nil : byline, body: body,
            credits: credits.map { Credit(role: $0.role, person: $0.person, place: $0.place) },
            signOff: signOff.isEmpty ? nil : signOff, createdAt: createdAt, act: number == 1 ? .publication : act,
            note: number > 1 && act.isCorrection ? correction : nil)
    }

    /// Refuses with `invalid` a correction or a clarification without a note.
    package func requireNote() throws(Refusal) {
        guard !act.isCorrection || !correction.hasNothingVisible else {
            throw Refusal(.draft(.noCorrectionNote), field: DraftField.correction.rawValue)
        }
    }

    /// The content of a version, to be published again. Fields that a version lacks stay empty.
    package init(_ version: Version) {
        self.init()
        storyVersion = version.number
        headline = version.headline.sent
        standfirst = version.standfirst?.sent ?? ""
        byline = version.byline?.sent ?? ""
        place = version.dateline?.place?.sent ?? ""
        agency = version.dateline?.agency?.sent ?? ""
        body = version.body.sent
        signOff = version.signOff?.sent ?? ""
    }
}
