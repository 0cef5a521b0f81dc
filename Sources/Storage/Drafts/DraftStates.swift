package import Database
package import Foundation
package import Newsroom

/// The way of a draft: draft, submitted, scheduled, published. Each step refuses like `begin`, and with `conflict`
/// from a state that it does not lead on from.
extension Transaction {
    /// Hands a draft to the editors, and ends the author's lease.
    package func submit(_ writing: DraftWriting) throws {
        try move(writing, from: [.draft], to: .submitted, action: "draft.submit")
        try endLease(writing)
    }

    /// Gives a submitted or scheduled draft back to its author.
    package func giveBack(_ writing: DraftWriting) throws {
        try move(writing, from: [.submitted, .scheduled], to: .draft, action: "draft.return")
        try cancelJob(key: JobOrder.publication(of: writing.draft, at: writing.now).key)
        try run("UPDATE drafts SET appears_at = NULL WHERE id = $1", writing.draft)
        try endLease(writing)
    }

    /// Lets a draft appear at its time. The job that publishes it is stored in the same transaction.
    package func schedule(at time: Date, _ writing: DraftWriting) throws {
        try move(writing, from: [.draft, .submitted, .scheduled], to: .scheduled, action: "draft.schedule")
        let order = JobOrder.publication(of: writing.draft, at: time)
        try cancelJob(key: order.key)
        try enqueue(order, now: writing.now)
        try run("UPDATE drafts SET appears_at = $2 WHERE id = $1", writing.draft, time)
        try endLease(writing)
    }

    /// Moves the publication of a scheduled draft to another time. Without a time to come, the draft is not
    /// scheduled anymore, because nobody has confirmed that it appears at once.
    package func reschedule(_ id: Draft.ID, to time: Date?, now: Date) throws {
        let time = time.flatMap { $0 > now ? $0 : nil }
        let order = JobOrder.publication(of: id, at: time ?? now)
        try cancelJob(key: order.key)
        if time != nil { try enqueue(order, now: now) }
        try run(
            "UPDATE drafts SET appears_at = $2, state = $3 WHERE id = $1", id, time,
            (time == nil ? Draft.State.draft : .scheduled).rawValue)
    }

    /// Makes a draft that could not appear at its time a draft again, and leaves a note for its editors.
    package func returnScheduled(_ draft: Draft, now: Date) throws {
        try endSchedule(of: draft.id)
        try log(
            "draft.return", on: "draft \(draft.id)", detail: draft.content.headline, by: LogEntry.system, now: now)
        guard let staff = try staff(draft.updatedBy.id) else { return }
        let writing = DraftWriting(draft: draft.id, stamp: draft.stamp, staff: staff, reportersPublish: true, now: now)
        do { _ = try addNote(DraftNote.notPublished, about: nil, writing) } catch is Refusal {
            // The draft has as many notes as it may have, or its editor is a reporter now. The log has the reason.
        }
    }

    /// Makes a scheduled draft a draft again.
    func endSchedule(of id: Draft.ID) throws {
        try run("UPDATE drafts SET state = 'draft', appears_at = NULL WHERE id = $1 AND state = 'scheduled'", id)
    }

    /// Deletes a draft that was never published, with all saved versions and notes. The draft of a published story only
    /// ends: the next one begins with the published version.
    package func discard(_ writing: DraftWriting) throws {
        let draft = try begin(writing).draft
        try cancelJob(key: JobOrder.publication(of: draft.id, at: writing.now).key)
        if draft.story == nil {
            try run("DELETE FROM autosaves WHERE draft_id = $1", draft.id)
            try run("DELETE FROM saved_drafts WHERE draft_id = $1", draft.id)
            try run("DELETE FROM draft_notes WHERE draft_id = $1", draft.id)
            try run("DELETE FROM drafts WHERE id = $1", draft.id)
        } else {
            try run("UPDATE drafts SET state = 'published', appears_at = NULL WHERE id = $1", draft.id)
            try deleteAutosave(of: draft.id, by: writing.staff.id)
            try endLease(writing)
        }
        try log(
            "draft.discard", on: "draft \(draft.id)", detail: draft.content.headline, by: writing.staff,
            now: writing.now)
    }

    private func move(
        _ writing: DraftWriting, from states: [Draft.State], to state: Draft.State, action: String
    ) throws {
        let draft = try begin(writing).draft
        guard states.contains(draft.state) else { throw Refusal(.draft(.otherState)) }
        try run("UPDATE drafts SET state = $2 WHERE id = $1", draft.id, state.rawValue)
        try log(action, on: "draft \(draft.id)", detail: draft.content.headline, by: writing.staff, now: writing.now)
    }
}

extension JobOrder {
    /// The job that publishes a draft.
    static func publication(of draft: Draft.ID, at time: Date) -> JobOrder {
        JobOrder(.publishDraft, subject: draft.description, dueAt: time)
    }
}
