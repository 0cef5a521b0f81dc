package import struct Foundation.Date

/// The fields of a draft as somebody types them. Everything is text, so that a refused form comes back unchanged. An
/// autosave is stored as JSON of these fields, because half-typed times and credits are not content yet.
package struct TypedDraft: Sendable, Hashable, Codable {
    /// A date and a time of day as a form sends them (`2026-11-30T08:00`). `clock` chooses one of the two
    /// moments if clocks go back at that time: `1` for the earlier, `2` for the later.
    package struct Time: Sendable, Hashable, Codable {
        package var text: String
        package var clock: String

        package init(_ text: String = "", clock: String = "") {
            self.text = text
            self.clock = clock
        }
    }

    package var headline = ""
    package var standfirst = ""
    package var byline = ""
    package var place = ""
    package var agency = ""
    package var body = ""
    /// One credit a line: `Reporting: Ada Example (Porto) <ada@example.org>`.
    package var credits = ""
    package var signOff = ""
    /// One topic a line.
    package var topics = ""
    /// One story a line: its number or its address.
    package var related = ""
    /// The numbers of pictures.
    package var gallery = ""
    package var language = ""
    package var publishAt = Time()
    package var embargoedUntil = Time()
    package var isDiscussionClosed = false
    package var act = ""
    package var correction = ""
    package var note = ""
    /// The version of the published story that the form takes into account; empty if there is none.
    package var storyVersion = ""
    /// The agency's version that the form contains; empty if there is none.
    package var agencyVersion = ""

    package init() {}

    /// A form as somebody typed it. A field that the form lacks stays empty.
    package init(_ form: some SentForm) {
        for field in DraftField.allCases { field.pair.read(form, into: &self) }
        storyVersion = form.word("story-version") ?? ""
        agencyVersion = form.word("agency-version") ?? ""
    }

    /// The form of a stored draft.
    package init(_ content: DraftContent, _ shown: Shown) {
        for field in DraftField.allCases { field.pair.show(content, shown, in: &self) }
        storyVersion = content.storyVersion.map(String.init) ?? ""
        agencyVersion = content.agencyVersion.map(String.init) ?? ""
    }

    /// A field that a stored text lacks stays empty. A new field needs a line here.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func read<T: Decodable>(_ key: CodingKeys, into field: inout T) throws {
            field = try values.decodeIfPresent(T.self, forKey: key) ?? field
        }
        try read(.headline, into: &headline)
        try read(.standfirst, into: &standfirst)
        try read(.byline, into: &byline)
        try read(.place, into: &place)
        try read(.agency, into: &agency)
        try read(.body, into: &body)
        try read(.credits, into: &credits)
        try read(.signOff, into: &signOff)
        try read(.topics, into: &topics)
        try read(.related, into: &related)
        try read(.gallery, into: &gallery)
        try read(.language, into: &language)
        try read(.publishAt, into: &publishAt)
        try read(.embargoedUntil, into: &embargoedUntil)
        try read(.isDiscussionClosed, into: &isDiscussionClosed)
        try read(.act, into: &act)
        try read(.correction, into: &correction)
        try read(.note, into: &note)
        try read(.storyVersion, into: &storyVersion)
        try read(.agencyVersion, into: &agencyVersion)
    }

    /// Finds the moments at which the newspaper's clocks show a typed time: none if clocks skip it, two if they
    /// show it twice; `nil` if the text is not a time.
    package typealias Moments = @Sendable (_ typed: String) -> [Date]?

    /// Finds the time that the newspaper's clocks show at a moment; an empty one for `nil`.
    package typealias Shown = (_ moment: Date?) -> Time

    /// Returns the content. Refuses with `invalid`, and names the field, what is too long, too many, unprintable
    /// or not understood. A draft may be incomplete.
    package func accept(_ moments: Moments) throws(Refusal) -> DraftContent {
        var content = DraftContent()
        for field in DraftField.allCases { try field.pair.accept(self, moments, into: &content) }
        content.storyVersion = Int(storyVersion)
        content.agencyVersion = Int(agencyVersion)
        return content
    }
}
