import Foundation
import Markup
import Newsroom

/// The parts of the page that keep what somebody types: offers of unsaved text, and the line near the buttons.
extension DraftPage {
    /// What a form that comes back said about itself.
    package struct Sender: Sendable {
        let write: String?
        let otherPerson: Int64?

        /// `write` is the script's name for the write, and `otherPerson` who made the text, if it was not the
        /// person who is signed in.
        package init(write: String? = nil, otherPerson: Int64? = nil) {
            self.write = write
            self.otherPerson = otherPerson
        }
    }

    /// The person whose text it is, and the script's name for the write.
    var senderFields: HTML {
        """
        <input type="hidden" name="staff" value="\(writer)">
        <input type="hidden" name="sent" value="\(sender.write ?? "")">

        """
    }

    private var writer: String { "\(sender.otherPerson ?? staff.id.number)" }

    /// What the scripts need to know about the form.
    func savingAttributes(_ context: SiteContext) -> HTML {
        let isUnsaved = isAnswer || refusal != nil || conflict != nil
        let isHeld = draft?.lease.colleague(of: staff.id, at: now) != nil
        return """
             data-staff="\(writer)" data-draft="\(draft.map { "\($0.id)" } ?? "new")"\
             data-zone="\(context.house.timeZone.identifier)"\
            \(" data-unsaved", if: isUnsaved)\(" data-held", if: isHeld)
            """
    }

    /// The text that the server has kept, and a place for texts that only this browser has.
    func offers(_ context: SiteContext) -> HTML {
        let words = context.words.saving
        return """
            \(serverOffer(context))<div class="notice" id="kept" aria-live="polite" hidden>
            <p></p>
            <p class="buttons"><button type="button">\(words.restore)</button>
            <button type="button" class="quiet">\(words.drop)</button></p>
            </div>

            """
    }

    private func serverOffer(_ context: SiteContext) -> HTML {
        guard let draft, let unsaved else { return "" }
        let words = context.words.saving
        return """
            <div class="notice" id="unsaved" data-at="\(unsaved.savedAt.milliseconds)">
            <p>\(words.offer(context.clockTime(unsaved.savedAt, near: now)))</p>
            <form class="buttons" method="post" action="\(Address.draft(draft.id, "autosave"))/discard">
            <a class="button" href="\(Address.draft(draft.id, "autosave"))">\(words.open)</a>
            <input type="hidden" name="saved-at" value="\(unsaved.savedAt.milliseconds)">
            <button class="quiet">\(words.discard)</button>
            </form>
            </div>

            """
    }

    /// The line that says what is saved. Scripts fill it.
    func savingState(_ context: SiteContext) -> HTML {
        let words = context.words.saving
        let bothTexts: HTML? = draft.map { draft in
            """
            <button class="quiet" name="compare" formaction="\(Address.draft(draft.id, "compare"))">\(words.bothTexts)</button>

            """
        }
        return """
            <div id="saving" data-sentences="\(words.sentences.json)">
            <p class="hint" aria-live="polite"></p>
            <p hidden><a href="\(Address.signIn)" target="_blank">\(words.signIn)</a></p>
            <p class="buttons" hidden><button type="button" class="quiet" data-copies="draft" data-copied="\(words.copied)" hidden>\
            \(words.copy)</button>
            \(bothTexts)</p>
            </div>

            """
    }
}
