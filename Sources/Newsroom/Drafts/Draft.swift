package import struct Foundation.Date

/// A story that is being written, or a new version of a published one. Readers learn nothing of it: it has a
/// number of its own, and the story gets its public number at publication.
package struct Draft: Sendable, Hashable {
    package typealias ID = Identifier<Draft>

    package enum State: String, Sendable, Hashable, CaseIterable {
        case draft, submitted, scheduled, published
    }

    package let id: ID
    package let state: State
    /// The published story that this draft is about.
    package let story: Story.ID?
    /// The story that this was before an editor made it a draft again. It gets its old address back when it appears.
    package let unpublished: Story.ID?
    package let author: DraftPerson
    package var content: DraftContent
    /// Grows with each save.
    package let revision: Int64
    package let updatedAt: Date
    package let updatedBy: DraftPerson
    package let lease: DraftLease

    package init(
        id: ID, state: State, story: Story.ID?, unpublished: Story.ID? = nil, author: DraftPerson,
        content: DraftContent, revision: Int64,
        updatedAt: Date, updatedBy: DraftPerson, lease: DraftLease
    ) {
        self.id = id
        self.state = state
        self.story = story
        self.unpublished = unpublished
        self.author = author
        self.content = content
        self.revision = revision
        self.updatedAt = updatedAt
        self.updatedBy = updatedBy
        self.lease = lease
    }

    package var stamp: DraftStamp { DraftStamp(revision: revision, lease: lease.number) }

    /// Whether the same person has already saved this text from a form with this stamp. Somebody who clicks twice sends a
    /// form twice.
    package func isSaved(_ text: DraftContent, by staff: Staff, from stamp: DraftStamp) -> Bool {
        guard updatedBy.id == staff.id, stamp.revision == revision - 1 else { return false }
        return has(text)
    }

    /// Whether the same person has already published this text from a form with this stamp.
    package func isPublished(_ text: DraftContent, by staff: Staff, from stamp: DraftStamp) -> Bool {
        guard state == .published, updatedBy.id == staff.id, stamp != self.stamp else { return false }
        // Publication has taken these from the draft.
        var text = text
        (text.act, text.correction) = (content.act, content.correction)
        return (revision - 1...revision).contains(stamp.revision) && has(text)
    }

    private func has(_ text: DraftContent) -> Bool {
        var text = text
        // The form does not know the versions, which change when the draft is saved or published.
        (text.storyVersion, text.agencyVersion) = (content.storyVersion, content.agencyVersion)
        return text == content
    }

    /// Whether a member of staff may see and change it: every editor, and its author until it is scheduled or
    /// published.
    package func isOpen(to staff: Staff, mayPublish: Bool) -> Bool {
        if staff.may(.publish) { return true }
        guard staff.may(.write), author.id == staff.id else { return false }
        return mayPublish || state == .draft || state == .submitted
    }
}

/// A member of staff, as a draft names this person.
package struct DraftPerson: Sendable, Hashable {
    package let id: Staff.ID
    package let name: String

    package init(id: Staff.ID, name: String) {
        self.id = id
        self.name = name
    }
}

/// The right to write a draft. One person has it at a time. The number grows whenever another person begins, so
/// that an old tab cannot save.
package struct DraftLease: Sendable, Hashable {
    /// A lease whose holder has saved nothing for so long is free, in seconds.
    package static let seconds = 600.0

    package let number: Int64
    package let holder: DraftPerson?
    /// When the holder began, and when the holder last saved.
    package let since: Date?
    package let usedAt: Date?

    package init(number: Int64, holder: DraftPerson?, since: Date?, usedAt: Date?) {
        self.number = number
        self.holder = holder
        self.since = since
        self.usedAt = usedAt
    }

    /// The colleague who is writing now.
    package func colleague(of staff: Staff.ID, at now: Date) -> DraftPerson? {
        guard let holder, holder.id != staff, let usedAt, now.timeIntervalSince(usedAt) < Self.seconds else {
            return nil
        }
        return holder
    }
}

/// The revision and the lease that a form was made from. Every write names them.
package struct DraftStamp: Sendable, Hashable {
    package let revision: Int64
    package let lease: Int64

    package init(revision: Int64, lease: Int64) {
        self.revision = revision
        self.lease = lease
    }
}

/// A draft in a list.
package struct DraftSummary: Sendable, Hashable {
    package let id: Draft.ID
    package let state: Draft.State
    package let story: Story.ID?
    package let headline: String
    package let author: DraftPerson
    package let updatedAt: Date
    /// When it appears, if it is scheduled.
    package let appearsAt: Date?
    /// The number of notes that nobody has resolved.
    package let openNotes: Int

    package init(
        id: Draft.ID, state: Draft.State, story: Story.ID?, headline: String, author: DraftPerson, updatedAt: Date,
        appearsAt: Date?, openNotes: Int
    ) {
        self.id = id
        self.state = state
        self.story = story
        self.headline = headline
        self.author = author
        self.updatedAt = updatedAt
        self.appearsAt = appearsAt
        self.openNotes = openNotes
    }
}

/// A version of a draft that somebody saved, with a note if there is one.
package struct SavedDraft: Sendable, Hashable {
    package let revision: Int64
    package let note: String?
    package let savedAt: Date
    package let savedBy: DraftPerson

    package init(revision: Int64, note: String?, savedAt: Date, savedBy: DraftPerson) {
        self.revision = revision
        self.note = note
        self.savedAt = savedAt
        self.savedBy = savedBy
    }
}
