import Markup
import Newsroom

/// The words of mails about notifications in one language.
struct NotificationLetterWords: Sendable {
    /// `headline` is that of the only story, if there is one.
    var subject: @Sendable (Notification.Kind?, _ count: Int, _ headline: String?, _ house: String) -> String = {
        kind, count, headline, house in
        switch kind {
        case .reply:
            count == 1 ? "A reply to your comment at \(house)" : "\(count) replies to your comments at \(house)"
        case .staffReply: "\(house) replied to your comment"
        case .ruling: "Your comment at \(house) was removed"
        case .release: "Your comment at \(house) is published"
        case .report: "Your report at \(house)"
        case .correction: headline.map { "Corrected: \($0)" } ?? "Corrections at \(house)"
        case .update: headline.map { "New version: \($0)" } ?? "New versions at \(house)"
        case .comments: headline.map { "New comments: \($0)" } ?? "New comments at \(house)"
        case .topic: headline.map { "New: \($0)" } ?? "New stories at \(house)"
        case .queue: "Many cases wait at the desk of \(house)"
        case .jobs: "Jobs have failed at \(house)"
        case nil: "\(count) notifications from \(house)"
        }
    }
    var reply: @Sendable (_ name: String, _ headline: String) -> String = { name, headline in
        "A reader, “\(name)”, replied to your comment on “\(headline)”:"
    }
    var staffReply: Words.Named = { "The newspaper replied to your comment on “\($0)”:" }
    var ruling: @Sendable (_ headline: String, _ rule: String) -> String = { headline, rule in
        "We removed your comment on “\(headline)”. Rule: \(rule)."
    }
    var formerReader = "Former reader"
    var note = "The moderators’ note:"
    var release: Words.Named = { "We published your comment on “\($0)”." }
    var upheld: @Sendable (_ headline: String, _ rule: String) -> String = { headline, rule in
        "The comment that you reported on “\(headline)” broke the rule “\(rule)”. We removed it."
    }
    var removedOnRequest: Words.Named = {
        "The comment that you reported on “\($0)” was removed because the commenter asked for that."
    }
    var dismissed: Words.Named = { "The comment that you reported on “\($0)” breaks no rule, so it stays." }
    /// The subject of a mail that is only about suggestions.
    var suggestionSubject: Words.Named = { "Your suggestion at \($0)" }
    var suggestion: @Sendable (Suggestion.Act, _ headline: String) -> String = { act, headline in
        switch act {
        case .accept: "We accepted the correction that you suggested to “\(headline)”, and are working on it."
        case .answer, .reopen: "We answered the correction that you suggested to “\(headline)”."
        case .dismiss: "We decided not to make the correction that you suggested to “\(headline)”."
        }
    }
    var answer = "Our answer:"
    var correction: Words.Named = { "We corrected “\($0)”." }
    var update: Words.Named = { "There is a new version of “\($0)”." }
    var comments: Words.Named = { "There are new comments on “\($0)”." }
    var topic: Words.Named = { "New in a topic that you follow: “\($0)”." }
    var queue = "Many cases are waiting for a ruling."
    var jobs = "Jobs of the server have failed."
    var action = "See your notifications"
    var replyAction = "Read the reply"
    var commentAction = "See the comment"
    var storyAction = "Read the story"
    var deskAction = "Go to the desk"

    static let english = NotificationLetterWords()

    static let german: NotificationLetterWords = {
        var words = NotificationLetterWords()
        words.subject = { kind, count, headline, house in
            switch kind {
            case .reply:
                count == 1
                    ? "Eine Antwort auf Ihren Kommentar bei \(house)"
                    : "\(count) Antworten auf Ihre Kommentare bei \(house)"
            case .staffReply: "\(house) hat auf Ihren Kommentar geantwortet"
            case .ruling: "Ihr Kommentar bei \(house) wurde entfernt"
            case .release: "Ihr Kommentar bei \(house) ist veröffentlicht"
            case .report: "Ihre Meldung bei \(house)"
            case .correction: headline.map { "Berichtigt: \($0)" } ?? "Berichtigungen bei \(house)"
            case .update: headline.map { "Neue Fassung: \($0)" } ?? "Neue Fassungen bei \(house)"
            case .comments: headline.map { "Neue Kommentare: \($0)" } ?? "Neue Kommentare bei \(house)"
            case .topic: headline.map { "Neu: \($0)" } ?? "Neue Artikel bei \(house)"
            case .queue: "In der Redaktion von \(house) warten viele Fälle"
            case .jobs: "Aufgaben bei \(house) sind fehlgeschlagen"
            case nil: "\(count) Benachrichtigungen von \(house)"
            }
        }
        words.reply = { name, headline in
            "Jemand mit dem Namen „\(name)“ hat auf Ihren Kommentar zu „\(headline)“ geantwortet:"
        }
        words.staffReply = { "Die Redaktion hat auf Ihren Kommentar zu „\($0)“ geantwortet:" }
        words.ruling = { headline, rule in "Wir haben Ihren Kommentar zu „\(headline)“ entfernt. Regel: \(rule)." }
        words.formerReader = "Früheres Mitglied"
        words.note = "Die Anmerkung der Moderation:"
        words.release = { "Wir haben Ihren Kommentar zu „\($0)“ veröffentlicht." }
        words.upheld = { headline, rule in
            "Der von Ihnen gemeldete Kommentar zu „\(headline)“ verstieß gegen die Regel „\(rule)“. Wir haben ihn entfernt."
        }
        words.removedOnRequest = {
            "Der von Ihnen gemeldete Kommentar zu „\($0)“ wurde entfernt, weil die Person, die ihn geschrieben hat, darum bat."
        }
        words.dismissed = {
            "Der von Ihnen gemeldete Kommentar zu „\($0)“ verstößt gegen keine Regel. Er bleibt stehen."
        }
        words.suggestionSubject = { "Ihr Vorschlag bei \($0)" }
        words.suggestion = { act, headline in
            switch act {
            case .accept:
                "Wir haben Ihren Vorschlag, „\(headline)“ zu berichtigen, angenommen und arbeiten an der Berichtigung."
            case .answer, .reopen: "Wir haben auf Ihren Vorschlag, „\(headline)“ zu berichtigen, geantwortet."
            case .dismiss: "Wir haben Ihren Vorschlag, „\(headline)“ zu berichtigen, nicht übernommen."
            }
        }
        words.answer = "Unsere Antwort:"
        words.correction = { "Wir haben „\($0)“ berichtigt." }
        words.update = { "Es gibt eine neue Fassung von „\($0)“." }
        words.comments = { "Es gibt neue Kommentare zu „\($0)“." }
        words.topic = { "Neu in einem Thema, dem Sie folgen: „\($0)“." }
        words.queue = "Viele Fälle warten auf eine Entscheidung."
        words.jobs = "Aufgaben des Servers sind fehlgeschlagen."
        words.action = "Zu Ihren Benachrichtigungen"
        words.replyAction = "Die Antwort lesen"
        words.commentAction = "Den Kommentar ansehen"
        words.storyAction = "Den Artikel lesen"
        words.deskAction = "Zur Redaktion"
        return words
    }()

    /// The mail about notifications: of one kind, or a digest of several (`nil`).
    func content(
        of items: [Notification], kind: Notification.Kind?, stop: SafeURL, from house: House
    ) -> Mail.Content {
        // A mail about one thing leads there. A removed comment is on no page.
        let single = items.count == 1 && kind != .ruling ? items.first : nil
        let stories = Set(items.compactMap(\.story?.id))
        let headline = stories.count == 1 ? items.first?.story?.headline.sent : nil
        let isAboutSuggestions = kind == .report && items.allSatisfy { $0.suggestion != nil }
        return Mail.Content(
            subject: isAboutSuggestions
                ? suggestionSubject(house.name) : subject(kind, items.count, headline, house.name),
            parts: items.flatMap { parts(of: $0, house) },
            action: SitePath((single?.address ?? Address.notifications).text).map {
                Mail.Action(label: single.map(label) ?? action, path: $0)
            },
            unsubscribe: SitePath(stop.text))
    }

    private func label(of item: Notification) -> String {
        switch item.kind {
        case .report where item.suggestion != nil: storyAction
        case .reply, .staffReply: replyAction
        case .ruling, .release, .report: commentAction
        case .correction, .update, .comments, .topic: storyAction
        case .queue, .jobs: deskAction
        }
    }

    private func parts(of item: Notification, _ house: House) -> [Mail.Part] {
        let headline = item.story?.headline.sent ?? ""
        let quoted: [Mail.Part] = item.text.map { [.quotation($0)] } ?? []
        let rule = item.decision?.clause.flatMap { house.policy.clause($0)?.title } ?? ""
        switch item.kind {
        case .staffReply: return [.paragraph(staffReply(headline))] + quoted
        case .reply:
            let name = item.name.flatMap { $0.isEmpty ? nil : $0 } ?? formerReader
            return [.paragraph(reply(name, headline))] + quoted
        case .ruling:
            let sentence: [Mail.Part] = item.decision?.sentence.map { [.paragraph(note), .quotation($0)] } ?? []
            return [.paragraph(ruling(headline, rule))] + quoted + sentence
        case .release: return [.paragraph(release(headline))] + quoted
        case .report where item.suggestion != nil:
            let said: [Mail.Part] = item.suggestion?.answer.map { [.paragraph(answer), .quotation($0)] } ?? []
            return [.paragraph(item.suggestion.map { suggestion($0.act, headline) } ?? "")] + said
        case .report:
            guard item.decision?.outcome == .uphold else { return [.paragraph(dismissed(headline))] }
            return [.paragraph(rule.isEmpty ? removedOnRequest(headline) : upheld(headline, rule))]
        case .correction: return [.paragraph(correction(headline))]
        case .update: return [.paragraph(update(headline))]
        case .comments: return [.paragraph(comments(headline))]
        case .topic: return [.paragraph(topic(headline))]
        case .queue: return [.paragraph(queue)]
        case .jobs: return [.paragraph(jobs)]
        }
    }
}
