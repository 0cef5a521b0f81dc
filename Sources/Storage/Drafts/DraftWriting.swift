package import Database
package import Foundation
package import Newsroom

/// A write to a draft: who writes, what the form was made from, and when.
package struct DraftWriting: Sendable {
    package let draft: Draft.ID
    package let stamp: DraftStamp
    package let staff: Staff
    /// Whether reporters may publish.
    package let reportersPublish: Bool
    package let now: Date

    package init(draft: Draft.ID, stamp: DraftStamp, staff: Staff, reportersPublish: Bool, now: Date) {
        self.draft = draft
        self.stamp = stamp
        self.staff = staff
        self.reportersPublish = reportersPublish
        self.now = now
    }

    /// The same write, from a form with another stamp.
    package func from(_ stamp: DraftStamp) -> DraftWriting {
        DraftWriting(draft: draft, stamp: stamp, staff: staff, reportersPublish: reportersPublish, now: now)
    }

    /// Whether the writer may schedule and publish.
    package var mayPublish: Bool { staff.mayPublish(ifReportersMay: reportersPublish) }
}

extension Transaction {
    /// Stores a new draft. Its author has the lease.
    package func createDraft(
        _ content: DraftContent, of story: Story.ID? = nil, by staff: Staff, now: Date
    ) throws -> Draft.ID {
        let json = try stored(content)
        let id = Draft.ID(
            try insert(
                """
                INSERT INTO drafts (story_id, state, author_id, headline, content, revision, updated_at, updated_by,
                    lease, leased_to, leased_since, lease_used_at)
                VALUES ($1, 'draft', $2, $3, $4, 1, $5, $2, 1, $2, $5, $5) RETURNING id
                """, story, staff.id, content.headline, json, now))
        try keep(json, of: id, revision: 1, note: nil, by: staff, now: now)
        try log("draft.create", on: "draft \(id)", detail: content.headline, by: staff, now: now)
        return id
    }

    /// Saves a draft as a new revision. Refuses like `begin`. Returns the stamp for the next write. A text that the same
    /// click has saved is not saved again.
    @discardableResult
    package func save(_ content: DraftContent, note: String?, _ writing: DraftWriting) throws -> DraftStamp {
        let known = try openDraft(writing)
        if known.isSaved(content, by: writing.staff, from: writing.stamp) {
            return try begin(writing.from(known.stamp)).stamp
        }
        let (before, stamp) = try begin(writing)
        var content = content
        content.storyVersion = try storyVersion(content, before)
        content.agencyVersion = try agencyVersion(content, before)
        guard before.content != content || note != nil else { return stamp }
        let (json, revision) = (try stored(content), stamp.revision + 1)
        try run(
            """
            UPDATE drafts SET content = $2, headline = $3, revision = $4, updated_at = $5, updated_by = $6 WHERE id = $1
            """, writing.draft, json, content.headline, revision, writing.now, writing.staff.id)
        try keep(json, of: writing.draft, revision: revision, note: note, by: writing.staff, now: writing.now)
        if before.state == .published {
            try run("UPDATE drafts SET state = 'draft' WHERE id = $1", writing.draft)
        }
        if before.state == .scheduled, before.content.appearsAt != content.appearsAt {
            try reschedule(before.id, to: content.appearsAt, now: writing.now)
        }
        try log("draft.save", on: "draft \(writing.draft)", detail: note ?? "", by: writing.staff, now: writing.now)
        return DraftStamp(revision: revision, lease: stamp.lease)
    }

    /// The version of the published story that a text takes into account. A form cannot name an older one than the
    /// draft, nor one that does not exist.
    private func storyVersion(_ content: DraftContent, _ draft: Draft) throws -> Int? {
        guard let story = draft.story else { return nil }
        let known = draft.content.storyVersion ?? 0
        guard let named = content.storyVersion, named > known else { return known }
        return min(named, try value("SELECT current_version FROM stories WHERE id = $1", story) ?? known)
    }

    /// The agency's version that a text contains: a form can name the one that waits for an editor. A draft that was
    /// published or discarded contains none anymore.
    private func agencyVersion(_ content: DraftContent, _ draft: Draft) throws -> Int? {
        let known = draft.state == .published ? nil : draft.content.agencyVersion
        guard let named = content.agencyVersion, named != known, let story = draft.story else { return known }
        return try proposedVersion(of: story)?.item.wireVersion == named ? named : known
    }

    /// Begins a write: checks that the draft is open to the writer and that nothing has changed since the form was
    /// made, and takes the lease if it is free. Returns the draft, and the stamp for the next write. Refuses with
    /// `notFound`, `forbidden` or `conflict`.
    package func begin(_ writing: DraftWriting) throws -> (draft: Draft, stamp: DraftStamp) {
        let draft = try openDraft(writing)
        let colleague = draft.lease.colleague(of: writing.staff.id, at: writing.now)
        if let colleague { throw Refusal(.draft(.takenOver), [.name: .text(colleague.name)]) }
        guard writing.stamp.revision == draft.revision else {
            throw Refusal(.draft(.changedMeanwhile), [.name: .text(draft.updatedBy.name)])
        }
        // The last lease ended with a step to another state.
        let isHolder = draft.lease.holder?.id == writing.staff.id
        // A form that was made just before its own page took the lease names the one before.
        guard writing.stamp.lease == draft.lease.number || (isHolder && writing.stamp.lease == draft.lease.number - 1)
        else { throw Refusal(.draft(.otherState)) }
        guard isHolder else {
            return (draft, DraftStamp(revision: draft.revision, lease: try lease(draft, to: writing)))
        }
        try run("UPDATE drafts SET lease_used_at = $2 WHERE id = $1", draft.id, writing.now)
        return (draft, draft.stamp)
    }

    /// Gives the lease to the writer, so that the colleague's page cannot save. Refuses with `conflict` if somebody
    /// else has taken it since the page was made.
    package func takeOver(_ writing: DraftWriting) throws {
        let draft = try openDraft(writing)
        guard writing.stamp.lease == draft.lease.number else {
            throw Refusal(.draft(.takenOver), [.name: .text((draft.lease.holder ?? draft.updatedBy).name)])
        }
        _ = try lease(draft, to: writing)
        try log(
            "draft.takeOver", on: "draft \(draft.id)", detail: draft.lease.holder?.name ?? "", by: writing.staff,
            now: writing.now)
    }

    /// Ends the writer's lease, if it is the writer's.
    func endLease(_ writing: DraftWriting) throws {
        try run(
            """
            UPDATE drafts SET lease = lease + 1, leased_to = NULL, leased_since = NULL, lease_used_at = NULL
            WHERE id = $1 AND leased_to = $2
            """, writing.draft, writing.staff.id)
    }

    /// A draft that the writer may change. Refuses with `notFound` or `forbidden`.
    package func openDraft(_ writing: DraftWriting) throws -> Draft {
        guard let draft = try draft(writing.draft) else { throw Refusal(.missing(.draft)) }
        guard draft.isOpen(to: writing.staff, mayPublish: writing.mayPublish) else {
            throw Refusal(.draft(.closedToYou))
        }
        return draft
    }

    private func lease(_ draft: Draft, to writing: DraftWriting) throws -> Int64 {
        try run(
            """
            UPDATE drafts SET lease = $2, leased_to = $3, leased_since = $4, lease_used_at = $4 WHERE id = $1
            """, draft.id, draft.lease.number + 1, writing.staff.id, writing.now)
        return draft.lease.number + 1
    }

    private func keep(
        _ json: String, of id: Draft.ID, revision: Int64, note: String?, by staff: Staff, now: Date
    ) throws {
        try run(
            """
            INSERT INTO saved_drafts (draft_id, revision, content, note, saved_at, saved_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            """, id, revision, json, note, now, staff.id)
    }
}
