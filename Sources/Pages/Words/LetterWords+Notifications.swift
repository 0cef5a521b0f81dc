import Markup
import Newsroom

/// The words of mails about notifications in one language.
struct NotificationLetterWords: Sendable {
    var subject: @Sendable (Notification.Kind?, _ count: Int, _ house: String) -> String = { kind, count, house in
        switch kind {
        case .reply, .staffReply:
            count == 1 ? "A reply to your comment at \(house)" : "\(count) replies to your comments at \(house)"
        case .ruling: "Your comment at \(house) was removed"
        case .release: "Your comment at \(house) is published"
        case .report: "Your report at \(house)"
        case .correction, .update, .comments, .topic: "News from \(house)"
        case .queue, .jobs: "The desk of \(house)"
        case nil: "\(count) notifications from \(house)"
        }
    }
    var reply: @Sendable (_ name: String, _ headline: String) -> String = { name, headline in
        "\(name) replied to your comment on “\(headline)”:"
    }
    var ruling: @Sendable (_ headline: String, _ rule: String) -> String = { headline, rule in
        "We removed your comment on “\(headline)”. Rule: \(rule)."
    }
    var formerReader = "A former reader"
    var note = "The moderators’ note:"
    var release: Words.Named = { "We published your comment on “\($0)”." }
    var upheld: Words.Named = { "The comment that you reported on “\($0)” broke a rule. We removed it." }
    var dismissed: Words.Named = { "The comment that you reported on “\($0)” breaks no rule, so it stays." }
    var correction: Words.Named = { "We corrected “\($0)”." }
    var update: Words.Named = { "There is a new version of “\($0)”." }
    var comments: Words.Named = { "There are new comments on “\($0)”." }
    var topic: Words.Named = { "New in a topic that you follow: “\($0)”." }
    var queue = "Many cases wait for a ruling."
    var jobs = "Jobs of the server have failed."
    var action = "See your notifications"

    static let english = NotificationLetterWords()

    static let german: NotificationLetterWords = {
        var words = NotificationLetterWords()
        words.subject = { kind, count, house in
            switch kind {
            case .reply, .staffReply:
                count == 1
                    ? "Eine Antwort auf Ihren Kommentar bei \(house)"
                    : "\(count) Antworten auf Ihre Kommentare bei \(house)"
            case .ruling: "Ihr Kommentar bei \(house) wurde entfernt"
            case .release: "Ihr Kommentar bei \(house) ist veröffentlicht"
            case .report: "Ihre Meldung bei \(house)"
            case .correction, .update, .comments, .topic: "Neues von \(house)"
            case .queue, .jobs: "Die Redaktion von \(house)"
            case nil: "\(count) Nachrichten von \(house)"
            }
        }
        words.reply = { name, headline in "\(name) hat auf Ihren Kommentar zu „\(headline)“ geantwortet:" }
        words.ruling = { headline, rule in "Wir haben Ihren Kommentar zu „\(headline)“ entfernt. Regel: \(rule)." }
        words.formerReader = "Ein früheres Mitglied"
        words.note = "Die Anmerkung der Moderation:"
        words.release = { "Wir haben Ihren Kommentar zu „\($0)“ veröffentlicht." }
        words.upheld = {
            "Der von Ihnen gemeldete Kommentar zu „\($0)“ verstieß gegen eine Regel. Wir haben ihn entfernt."
        }
        words.dismissed = {
            "Der von Ihnen gemeldete Kommentar zu „\($0)“ verstößt gegen keine Regel. Er bleibt stehen."
        }
        words.correction = { "Wir haben „\($0)“ berichtigt." }
        words.update = { "Es gibt eine neue Fassung von „\($0)“." }
        words.comments = { "Es gibt neue Kommentare zu „\($0)“." }
        words.topic = { "Neu in einem Thema, dem Sie folgen: „\($0)“." }
        words.queue = "Viele Fälle warten auf eine Entscheidung."
        words.jobs = "Aufgaben des Servers sind gescheitert."
        words.action = "Zu Ihren Nachrichten"
        return words
    }()

    /// The mail about notifications: of one kind, or a digest of several (`nil`).
    func content(
        of items: [Notification], kind: Notification.Kind?, stop: SafeURL, from house: House
    ) -> Mail.Content {
        // One that is about a single reply leads to that reply.
        let single = items.count == 1 ? items.first : nil
        let place = single.flatMap { $0.kind == .ruling ? nil : $0.address }
        return Mail.Content(
            subject: subject(kind, items.count, house.name), parts: items.flatMap { parts(of: $0, house) },
            action: SitePath((place ?? Address.notifications).text).map { Mail.Action(label: action, path: $0) },
            unsubscribe: SitePath(stop.text))
    }

    private func parts(of item: Notification, _ house: House) -> [Mail.Part] {
        let headline = item.story?.headline.sent ?? ""
        switch item.kind {
        case .reply, .staffReply:
            return [.paragraph(reply(item.name.flatMap { $0.isEmpty ? nil : $0 } ?? formerReader, headline))]
                + (item.text.map { [.quotation($0)] } ?? [])
        case .ruling:
            let rule = item.decision?.clause.flatMap { house.policy.clause($0)?.title } ?? ""
            let sentence: [Mail.Part] = item.decision?.sentence.map { [.paragraph(note), .quotation($0)] } ?? []
            return [.paragraph(ruling(headline, rule))] + sentence
        case .release: return [.paragraph(release(headline))]
        case .report:
            return [.paragraph(item.decision?.outcome == .uphold ? upheld(headline) : dismissed(headline))]
        case .correction: return [.paragraph(correction(headline))]
        case .update: return [.paragraph(update(headline))]
        case .comments: return [.paragraph(comments(headline))]
        case .topic: return [.paragraph(topic(headline))]
        case .queue: return [.paragraph(queue)]
        case .jobs: return [.paragraph(jobs)]
        }
    }
}
