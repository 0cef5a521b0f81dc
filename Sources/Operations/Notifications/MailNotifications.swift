import Database
import Foundation
import Newsroom
import Storage

extension Newspaper {
    /// How many notifications one mail lists.
    private static let mostInMail = 50

    /// Mails what a person wants at once, one mail for each kind, and enqueues a digest for the rest. Notifications that the
    /// person has read meanwhile need no mail.
    func mailNotifications(of person: Person.ID, _ tx: Transaction, now: Date) throws {
        let (choices, pending) = (
            try tx.notificationChoices(of: person), try tx.unmailedNotifications(of: person, limit: Self.mostInMail)
        )
        var settled = pending.filter { $0.isRead || choices[$0.kind] == .site }
        let open = pending.filter { !$0.isRead }
        for kind in Newsroom.Notification.Kind.allCases where choices[kind] == .atOnce {
            let items = open.filter { $0.kind == kind }
            if try mail(items, to: person, tx, now: now) { settled += items }
        }
        for delivery in [MailFrequency.daily, .weekly] where open.contains(where: { choices[$0.kind] == delivery }) {
            guard let time = delivery.nextDigest(after: now, in: rules.timeZone) else { continue }
            try tx.enqueue(
                JobOrder(.mailDigest, subject: "\(person) \(delivery.rawValue)", dueAt: time), now: now)
        }
        try tx.markMailed(settled.map(\.id), now: now)
    }

    /// Mails a digest of everything that a person wants daily, or weekly.
    func mailDigest(_ subject: String, _ tx: Transaction, now: Date) throws {
        let parts = subject.split(separator: " ")
        guard parts.count == 2, let person = Person.ID(path: parts[0]), let delivery = MailFrequency(rawValue: String(parts[1]))
        else { return }
        let choices = try tx.notificationChoices(of: person)
        let items = try tx.unmailedNotifications(of: person, limit: Self.mostInMail)
            .filter { !$0.isRead && choices[$0.kind] == delivery }
        guard try mail(items, to: person, tx, now: now) else { return }
        try tx.markMailed(items.map(\.id), now: now)
    }

    /// Returns whether the mail is on its way. If the person got too many mails lately, a job tries it again in an hour.
    private func mail(_ items: [Newsroom.Notification], to person: Person.ID, _ tx: Transaction, now: Date) throws -> Bool {
        guard let first = items.first, let (email, language) = try tx.mailAddress(of: person) else { return true }
        do {
            try tx.admit(
                .notificationMail, source: "\(person)", limits: rules.accounts.notificationMails, now: now)
        } catch let refusal as Refusal where refusal.kind == .tooSoon {
            try tx.enqueue(
                JobOrder(.mailDigest, subject: "\(person) \(MailFrequency.atOnce.rawValue)", dueAt: now.addingTimeInterval(3_600)),
                now: now)
            return false
        }
        let token = try tx.mailToken(of: person, or: Keys.freshToken())
        let kinds = Set(items.map(\.kind))
        let letter = Letter.notifications(items, kind: kinds.count == 1 ? first.kind : nil, person: person, token: token)
        try send(letter, to: email, in: language, tx, now: now)
        return true
    }
}
