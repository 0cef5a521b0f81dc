import Foundation
import Newsroom
import Operations
import Pages

extension Form: SentForm {
    /// The fields of a story as somebody typed them.
    var draft: TypedDraft { TypedDraft(self) }

    /// The name that the script has given to this write.
    var sentName: String? { word("sent").flatMap { $0.wholeMatch(of: /[0-9a-zA-Z-]{1,64}/) == nil ? nil : $0 } }

    /// The revision and the lease that the form was made from. A form without them is as old as can be.
    var draftStamp: DraftStamp {
        DraftStamp(
            revision: revision, lease: word("lease").flatMap(Int64.init) ?? -1)
    }

    /// The time of the autosave that the page offers.
    var offeredAutosave: Date? { word("offered").flatMap(Int64.init).map { Date(milliseconds: $0) } }
}

extension Exchange {
    /// Refuses with `forbidden` if another person has signed in with this browser since the page was made. A form
    /// that names nobody is accepted.
    func requireWriter() throws {
        let staff = try actor.staff(for: .write)
        guard form.word("staff").map({ $0 == staff.id.description }) ?? true else {
            throw Refusal(.draft(.otherPerson))
        }
    }

    /// Tells the script that the text of this form is stored. Only the name that the script gave to the write
    /// counts, so no other answer makes a browser forget a text.
    func stored(_ answer: Answer) -> Answer {
        guard let write = form.sentName else { return answer }
        return answer.setting(Cookie.written(draft: write, isSecure: site.isSecure))
    }

    /// The content of the form. Refuses what `TypedDraft.accept` refuses.
    func draftContent() throws -> DraftContent {
        try form.requireText()
        guard form["headline"] != nil, form["body"] != nil else { throw Refusal(.request(.noForm)) }
        return try content(of: form.draft)
    }

    /// The content of the form, with its note about what changed.
    func draftText() throws -> DraftText {
        try requireWriter()
        return try DraftText(try draftContent(), note: form["save-note"], offered: form.offeredAutosave)
    }

    /// The content of a typed text, with times in the newspaper's zone.
    func content(of typed: TypedDraft) throws -> DraftContent {
        let time = site.context.time
        return try typed.accept { time.dates(local: $0) }
    }
}
