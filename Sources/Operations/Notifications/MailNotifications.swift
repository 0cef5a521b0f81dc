import Database
import Foundation
import Newsroom
import Storage

extension Newspaper {
    /// The maximum number of notifications in a mail.
    private static let mostInMail = 50

    /// Mails the kinds that a person wants at once, and enqueues digests for the rest. Notifications that the
    /// person has read need no mail.
    func mailNotifications(of person: Person.ID, _ tx: Transaction, now: Date) throws {
        let choices = try tx.notificationChoices(of: person)
        try tx.settleMails(to: person, choices.kinds(.never))
        for kind in choices.kinds(.atOnce) { try mailAtOnce(kind, to: person, tx, now: now) }
        for frequency in [MailFrequency.daily, .weekly] {
            guard let time = frequency.nextDigest(after: now, in: rules.timeZone),
                try !pending(choices.kinds(frequency), of: person, limit: 1, tx).isEmpty
            else { continue }
            try enqueueDigest(frequency, for: person, dueAt: time, tx, now: now)
        }
    }

    /// The oldest notifications of these kinds for which a mail is due.
    private func pending(
        _ kinds: [Newsroom.Notification.Kind], of person: Person.ID, limit: Int = mostInMail, _ tx: Transaction
    ) throws -> [Newsroom.Notification] {
        let found = try kinds.flatMap { try tx.unmailedNotifications(of: person, $0, limit: limit) }
        return Array(found.sorted { $0.id < $1.id }.prefix(limit))
    }

    /// Mails notifications of one kind. If the person got such a mail in the last ten minutes, a job mails
    /// them at the end of that time, together with later ones.
    private func mailAtOnce(
        _ kind: Newsroom.Notification.Kind, to person: Person.ID, _ tx: Transaction, now: Date
    ) throws {
        let items = try pending([kind], of: person, tx)
        guard !items.isEmpty else { return }
        let last = try tx.lastMail(to: person, about: kind) ?? .distantPast
        let next = last.addingTimeInterval(Newsroom.Notification.collectedFor)
        if now < next {
            try enqueueDigest(.atOnce, for: person, dueAt: next, tx, now: now)
        } else {
            try mail(items, .atOnce, to: person, tx, now: now)
        }
    }

    private func enqueueDigest(
        _ frequency: MailFrequency, for person: Person.ID, dueAt: Date, _ tx: Transaction, now: Date
    ) throws {
        try tx.enqueue(
            JobOrder(.mailDigest, subject: "\(person) \(frequency.rawValue)", dueAt: dueAt), now: now)
    }

    /// Does a job: mails all notifications of one frequency that a person has not got yet. The subject is the
    /// number of the person and the frequency.
    func mailDigest(_ subject: String, _ tx: Transaction, now: Date) throws {
        let parts = subject.split(separator: " ")
        guard parts.count == 2, let person = Person.ID(path: parts[0]),
            let frequency = MailFrequency(rawValue: String(parts[1]))
        else { return }
        let choices = try tx.notificationChoices(of: person)
        try tx.settleMails(to: person, choices.kinds(.never))
        try mail(try pending(choices.kinds(frequency), of: person, tx), frequency, to: person, tx, now: now)
    }

    /// Sends one mail. If the person got too many mails in the last hour, a job tries again in an hour. If
    /// the replies from one source have caused too many mails, its other replies appear only on the site.
    private func mail(
        _ items: [Newsroom.Notification], _ frequency: MailFrequency, to person: Person.ID, _ tx: Transaction, now: Date
    ) throws {
        guard !items.isEmpty, let (email, language) = try tx.mailAddress(of: person) else { return }
        guard try isAdmitted(.notificationMail, "\(person)", rules.accounts.notificationMails, tx, now: now) else {
            let later = now.addingTimeInterval(3_600)
            return try enqueueDigest(frequency, for: person, dueAt: later, tx, now: now)
        }
        let admitted = try items.filter { item in
            guard item.name != nil, let comment = item.comment, let cause = try tx.source(of: comment) else {
                return true
            }
            return try isAdmitted(
                .notificationMailOfCause, cause, rules.accounts.notificationMailsOfCause, tx, now: now)
        }
        try tx.markMailed(items.filter { !admitted.contains($0) }.map(\.id), at: nil)
        guard let first = admitted.first else { return }
        let kinds = Set(admitted.map(\.kind))
        let letter = Letter.notifications(
            admitted, kind: kinds.count == 1 ? first.kind : nil, person: person,
            token: try tx.mailToken(of: person, or: Keys.freshToken()))
        try send(letter, to: email, in: language, tx, now: now)
        try tx.markMailed(admitted.map(\.id), at: now)
        // More notifications may wait than fit into the mail.
        guard items.count == Self.mostInMail else { return }
        let next = now.addingTimeInterval(Newsroom.Notification.collectedFor)
        try enqueueDigest(frequency, for: person, dueAt: next, tx, now: now)
    }

    private func isAdmitted(
        _ kind: Admission, _ source: String, _ limits: [Admission.Limit], _ tx: Transaction, now: Date
    ) throws -> Bool {
        do { try tx.admit(kind, source: source, limits: limits, now: now) } catch let refusal as Refusal
            where refusal.kind == .tooSoon
        { return false }
        return true
    }
}
