import Database
import Foundation
import HTTPServer
import HTTPTypes
import Newsroom
import PageCache
import Pages
import Storage

extension Exchange {
    /// The content of the slots for this visitor; `nil` for most visitors, who see the page as it is.
    func slotFilling(_ route: Route) async throws -> SlotFilling? {
        guard route.cache == .shared else { return nil }
        if actor.person != nil { return filling(answers ?? SlotAnswers()) }
        // A guest has only comments.
        guard route.showsOwnComments, writer != nil else { return nil }
        let answers = try await answers(to: SlotQuestion(path, query, hasDiscussion: true, on: site))
        return answers.own == nil ? nil : filling(answers)
    }

    private func filling(_ answers: SlotAnswers) -> SlotFilling {
        let question = SlotQuestion(path, query, hasDiscussion: true, on: site)
        let account = actor.ownName.map {
            AccountLink(name: $0, isStaff: actor.may(.moderate), unread: answers.unread)
        }
        let hasControls = actor.may(.moderate) && question.story != nil
        return SlotFilling(
            isStaff: actor.may(.moderate), mayPublish: actor.may(.publish), account: account, own: answers.own,
            controls: hasControls ? StaffControls(context: site.context, place: place, done: answers.done) : nil,
            follow: actor.person == nil
                ? nil : question.subject.map { FollowLine(subject: $0, isFollowed: answers.isFollowing) },
            muting: actor.person.map { reader in
                Muting(
                    context: site.context, reader: reader, muted: answers.muted,
                    place: question.story == nil ? nil : place, person: question.person)
            })
    }

    /// The page of a discussion to which buttons on it lead back.
    private var place: StoryPlace {
        let page: StoryPlace.Page =
            path["comment"].flatMap { Comment.ID(path: $0) }.map { .comment($0) }
            ?? .story(query["order"].flatMap { ThreadOrder(rawValue: $0) } ?? .oldest)
        return StoryPlace(page, after: query["after"].flatMap { PageKey($0) })
    }

    private func answers(to question: SlotQuestion) async throws -> SlotAnswers {
        guard commenter != nil else { return SlotAnswers() }
        if site.database.isAway { throw DatabaseFault.unreachable("connection lost") }
        let (actor, commenter) = (actor, commenter)
        return try await site.read(consistency) { tx in try question.answers(for: actor, commenter, in: tx) }
    }

    /// The same request for a browser that has posted. A replica must have reached the log position of its
    /// last write, because the change feed does not mention a comment that is held.
    func forWriter(_ route: Route) -> Exchange {
        guard route.showsOwnComments,
            let written = Cookie.written.value(in: head, isSecure: site.isSecure).flatMap({ LogPosition($0) })
        else { return self }
        var exchange = self
        exchange.consistency = .everythingBefore(written)
        return exchange
    }

    /// Fills the slots of an answer that is only for this visitor, such as a form that is shown again.
    func filled(_ answer: Answer) async throws -> Answer {
        guard !answer.slots.isEmpty else { return answer }
        let question = SlotQuestion(path, query, hasDiscussion: true, on: site)
        let filling = filling(try await answers(to: question))
        var answer = answer
        answer.content = answer.content.filled(answer.slots) { filling.content(of: $0, in: site.context) }
        answer.slots = []
        return answer
    }
}

extension SharedPage {
    /// The page for one visitor. No cache may store it, and it has no validator that others share.
    func response(filledWith filling: SlotFilling, in context: SiteContext) -> Response {
        var fields = fields
        fields[.cacheControl] = "no-store"
        fields[.vary] = nil
        fields[.lastModified] = nil
        return Response(status, fields: fields, content: filled { filling.content(of: $0, in: context) })
    }
}

extension SlotFilling {
    fileprivate func content(of slot: PageCache.Slot, in context: SiteContext) -> [UInt8]? {
        content(ofSlot: slot.name, slot.content, in: context)
    }
}
