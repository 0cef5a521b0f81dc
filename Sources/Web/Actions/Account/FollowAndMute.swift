import Database
import Markup
import Newsroom
import Operations
import Pages
import Storage

/// The stories and topics that a person follows.
enum Follow {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let person = try exchange.actor.requirePerson()
        let followed = try await exchange.read { tx in try tx.followed(by: person) }
        return .page(FollowingPage(followed: followed).html(in: exchange.site.context))
    }

    /// Follows a subject, or stops following it, and goes back to its page or to the list.
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let story = form.word("story").flatMap { Story.ID(path: $0) }
        let topic = form.word("topic").map { Slug(stored: $0) }
        guard let subject = story.map({ FollowSubject.story($0) }) ?? topic.map({ .topic($0) }) else {
            throw Refusal(.missing(.story))
        }
        let ends = form.word("end") == "yes"
        try await exchange.site.newspaper.follow(subject, ends: ends, as: exchange.actor)
        guard form.word("back") != "list" else { return .seeOther(Address.accountFollowing) }
        let page = try await exchange.read { tx in try tx.address(of: subject) }
        return .seeOther(page?.fragment("follow") ?? Address.accountFollowing)
    }
}

/// The people whose comments are folded for a person.
enum Mute {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let person = try exchange.actor.requirePerson()
        let muted = try await exchange.read { tx in try tx.muted(by: person) }
        return .page(MutedPage(muted: muted).html(in: exchange.site.context))
    }

    /// Mutes a person, or ends that, and goes back to where the button was. The person is named, or is the commenter of a
    /// comment.
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let (again, back) = (form.word("again"), form.word("back"))
        let comment = (again ?? form.word("comment")).flatMap { Comment.ID(path: $0) }
        let found = try await exchange.read { tx in try comment.flatMap { try tx.comment($0) } }
        guard let other = found?.person ?? form.word("person").flatMap({ Person.ID(path: $0) }) else {
            throw Refusal(.missing(.person))
        }
        let ends = again != nil || form.word("end") == "yes"
        try await exchange.site.newspaper.mute(other, ends: ends, as: exchange.actor)
        if back == "page" { return .seeOther(Address.person(other)) }
        guard let found, let place = back.flatMap({ StoryPlace($0) }),
            let story = try await exchange.read({ tx in try tx.storyReference(found.story) })
        else { return .seeOther(Address.accountMuted) }
        return .seeOther(Address.place(place, of: found.id, on: story))
    }
}

extension Transaction {
    /// The page of what people follow; `nil` for a withdrawn story, whose address tells its headline.
    fileprivate func address(of subject: FollowSubject) throws -> SafeURL? {
        switch subject {
        case .story(let id): try story(id).flatMap { $0.withdrawal == nil ? Address.story($0.reference) : nil }
        case .topic(let slug): try topic(slug).map { Address.topic($0) }
        }
    }
}
