package import Foundation
package import Markup
package import Newsroom

/// The page on which a story is written.
package struct DraftPage: Sendable {
    package let staff: Staff
    /// `nil` for a new story.
    package let draft: Draft?
    /// The content of the form.
    package let typed: TypedDraft
    /// The revision and the lease for the next write.
    package let stamp: DraftStamp?
    package let mayPublish: Bool
    package let now: Date
    package var refusal: Refusal?
    package var conflict: DraftConflict?
    /// `nil` for a new story.
    package var notes: DraftNotes?
    package var agencyVersion: AgencyVersionNotice?
    /// A text that this person has typed and not saved, other than the one in the form.
    package var unsaved: Autosave?
    /// The time of the autosave that an earlier page offered, if the form has been sent since.
    package var offered: Date?
    /// The earlier revision whose text is in the form.
    package var restoring: Int64?
    /// The part of the draft with the words of a suggestion that an editor has just accepted.
    package var accepted: AcceptedSuggestion.Place?
    /// Whether the form has the text that was just sent, and the server has not stored it.
    package var isAnswer = false
    package var sender = Sender()

    package init(
        staff: Staff, draft: Draft?, typed: TypedDraft, stamp: DraftStamp? = nil, mayPublish: Bool, now: Date,
        refusal: Refusal? = nil, conflict: DraftConflict? = nil
    ) {
        self.staff = staff
        self.draft = draft
        self.typed = typed
        self.stamp = stamp ?? draft?.stamp
        self.mayPublish = mayPublish
        self.now = now
        self.refusal = refusal
        self.conflict = conflict
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let title = draft == nil ? words.newTitle : words.editTitle
        let layout = Layout(
            context: context, title: title, kind: "draft-page", head: Head.script(Assets.writing), staff: staff,
            isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            \(facts(context))</header>
            \(colleague(context))\(offers(context))\(restored(context))\
            \(accepted.map { AcceptedNotice(context: context, place: $0).html() })\(agencyVersion?.html(in: context))\
            \(conflict?.html(in: context))\(form(context))\(otherActions(context))\
            \(notes?.html(in: context))
            """)
    }

    /// The state of the draft, and where it goes from here.
    private func facts(_ context: SiteContext) -> HTML {
        guard let draft else { return "" }
        let words = context.words.drafts
        let appears: HTML? =
            draft.state == .scheduled
            ? draft.content.appearsAt.map { " · \(words.scheduledFor) \(context.storyTime($0))" } : nil
        let story: HTML? = draft.story.map { id in
            " · <a href=\"\(Address.storyNumber(id))\">\(words.viewStory)</a>"
        }
        return """
            <p class="meta"><strong>\(words.stateName(draft.state))</strong> · <bdi>\(draft.author.name)</bdi> · \
            \(words.savedBy(draft.updatedBy.name)) \(context.commentTime(draft.updatedAt))\(appears)\(story) · \
            <a href="\(Address.draftHistory(draft.id))">\(words.history)</a></p>

            """
    }

    /// The colleague who is writing, and the button that takes over. Enter in a field presses the first button of a
    /// form, even a hidden one, and must not take over.
    private func colleague(_ context: SiteContext) -> HTML {
        guard let draft, let colleague = draft.lease.colleague(of: staff.id, at: now), let since = draft.lease.since
        else { return "" }
        let words = context.words.drafts
        return """
            <div class="notice" role="status">
            <p>\(words.colleague(colleague.name)) \(context.time(since, near: now)).</p>
            <p><button form="draft" hidden>\(words.save)</button>
            <button form="draft" formaction="\(Address.draft(draft.id, "take-over"))" formnovalidate>\(words.takeOver)\
            </button> <span class="hint">\(words.takeOverHint(colleague.name))</span></p>
            </div>

            """
    }

    private func form(_ context: SiteContext) -> HTML {
        let action = draft.map { Address.draft($0.id) } ?? Address.newStory
        let form = DraftForm(context: context, typed: typed, draft: draft?.id, refusal: refusal)
        let tools = WritingTools(context: context, preview: previewAddress)
        let hidden: HTML? = stamp.map { stamp in
            """
            <input type="hidden" name="revision" value="\(stamp.revision)">
            <input type="hidden" name="lease" value="\(stamp.lease)">
            <input type="hidden" name="story-version" value="\(typed.storyVersion)">
            <input type="hidden" name="agency-version" value="\(typed.agencyVersion)">

            """
        }
        let offered: HTML? = (unsaved?.savedAt ?? offered).map { time in
            "<input type=\"hidden\" name=\"offered\" value=\"\(time.milliseconds)\">\n"
        }
        return """
            <form id="draft" class="draft" method="post" action="\(action)" novalidate\(savingAttributes(context))>
            \(note(context))\(form.fields())\(hidden)\(offered)\(senderFields)\(buttons(context))\(savingState(context))</form>
            \(tools.html())
            """
    }

    private var previewAddress: SafeURL { draft.map { Address.draft($0.id, "preview") } ?? Address.newStoryPreview }

    private func restored(_ context: SiteContext) -> HTML {
        guard let restoring else { return "" }
        return "<div class=\"notice\" role=\"status\"><p>\(context.words.drafts.restored(Int(restoring)))</p></div>\n"
    }

    /// The refusal, unless it stands at its field.
    private func note(_ context: SiteContext) -> HTML {
        guard let refusal, refusal.field == nil || refusal.field == "save-note" else { return "" }
        return refusal.note(in: context)
    }

    private func buttons(_ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let preview: HTML = """
            <button class="quiet" formaction="\(previewAddress)" formtarget="_blank">\(words.preview)</button>

            """
        guard let draft else {
            return "<p class=\"buttons\">\n<button>\(words.createdButton)</button>\n\(preview)</p>\n"
        }
        let isWritten = draft.state == .draft || draft.state == .published
        let submit: HTML = """
            <button formaction="\(Address.draft(draft.id, "submit"))">\(words.submit)</button>

            """
        let publish: HTML = """
            <button formaction="\(Address.draft(draft.id, "publish"))">\
            \(draft.story == nil ? words.publish : words.update)</button>

            """
        return """
            \(Field(
                name: "save-note", label: words.saveNote, hint: words.saveNoteHint, optional: words.optional,
                refusal: refusal).html())\
            \(ActField(context: context, typed: typed, refusal: refusal).html(), if: mayPublish && draft.story != nil)\
            <p class="buttons">
            <button>\(words.save)</button>
            \(preview)\(submit, if: isWritten && !mayPublish)\(publish, if: mayPublish)</p>

            """
    }
}
