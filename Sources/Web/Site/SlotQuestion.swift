import Database
import Foundation
import Newsroom
import Operations
import Pages
import Storage

/// What the database has to say about one visitor before a page can be filled.
struct SlotAnswers: Sendable {
    /// The visitor's comments below the story; `nil` if there are none.
    var own: OwnComments?
    /// The decision that a moderator has just made.
    var done: QueueDone?
    var isFollowing = false
    var muted: [MutedPerson] = []
    /// How many notifications the person has not read.
    var unread = 0
}

/// The part of an address that decides what the slots of a page need from the database. All of it is read in one
/// transaction, together with the session.
struct SlotQuestion: Sendable {
    let story: Story.ID?
    let person: Person.ID?
    /// What the page lets people follow.
    let subject: FollowSubject?
    /// The name of the decision that a moderator has just made.
    let done: String?
    private let now: Date
    private let closing: ClosingRule

    /// `hasDiscussion` is whether the page shows comments below the story in its address, or a form for them.
    init(_ path: [String: String], _ query: Form, hasDiscussion: Bool, on site: Site) {
        story = hasDiscussion ? path["story"].flatMap { Story.ID(path: $0) } : nil
        person = path["person"].flatMap { Person.ID(path: $0) }
        subject = story.map { .story($0) } ?? path["topic"].map { .topic(Slug(stored: $0)) }
        done = query["done"]
        (now, closing) = (site.clock.now, site.settings.closing)
    }

    func answers(for actor: Actor, _ commenter: Commenter?, in tx: Transaction) throws -> SlotAnswers {
        var answers = SlotAnswers()
        if let story, let commenter { answers.own = try ownComments(commenter, on: story, in: tx) }
        guard let reader = actor.person else { return answers }
        answers.unread = try tx.countUnread(of: reader)
        if let subject { answers.isFollowing = try tx.isFollowing(subject, reader) }
        if story != nil || person != nil { answers.muted = try tx.muted(by: reader) }
        if story != nil, actor.may(.moderate), let done { answers.done = try tx.queueDone(done) }
        return answers
    }

    private func ownComments(
        _ commenter: Commenter, on story: Story.ID, in tx: Transaction
    ) throws -> OwnComments? {
        let comments = try tx.comments(by: commenter.key, on: story)
        guard !comments.isEmpty else { return nil }
        let present = comments.filter { $0.state == .published || $0.state == .held }
        let recent = present.filter { $0.isEditable(at: now) }
        let isOpen = try !recent.isEmpty && tx.isOpen(story, rule: closing, now: now)
        let askable = present.filter { !$0.isDeletable(at: now) }.map(\.id)
        var rulings: [Comment.ID: Ruling] = [:]
        for comment in comments where comment.isRemoved { rulings[comment.id] = try tx.rulingAgainst(comment.id) }
        return OwnComments(
            held: comments.filter { $0.state == .held },
            editable: isOpen ? Set(recent.map(\.id)) : [],
            deletable: Set(present.filter { $0.isDeletable(at: now) }.map(\.id)),
            askable: Set(askable), asked: Set(try askable.filter { try tx.isAsked($0) }), rulings: rulings,
            name: comments.first { $0.state != .deleted }?.name)
    }
}

extension Comment {
    fileprivate var isRemoved: Bool {
        if case .removed = state { true } else { false }
    }
}
