import Database
import Newsroom
import Operations
import Pages
import Storage

/// A person's notifications, and how they reach the person.
enum ReadNotifications {
    static func page(_ exchange: Exchange) async throws -> Answer {
        let person = try exchange.actor.requirePerson()
        let before = exchange.query["before"].flatMap { Notification.ID(path: $0) }
        let actor = exchange.actor
        let isSaved = exchange.query.word("done") == "saved"
        let page = try await exchange.read { tx in
            let found = try tx.notifications(of: person, before: before, limit: NotificationsPage.most + 1)
            let shown = Array(found.prefix(NotificationsPage.most))
            let unread = try tx.countUnread(of: person)
            let email = try tx.mailAddress(of: person)?.email
            let isRefused = try email.flatMap { try tx.mailRefusal(of: $0) } != nil
            return NotificationsPage(
                notifications: shown, latest: before == nil ? try tx.latestNotification(of: person) : nil,
                unread: unread,
                next: found.count > shown.count ? shown.last?.id : nil,
                choices: try tx.notificationChoices(of: person), kinds: Notification.Kind.kinds(of: actor),
                refusedAddress: isRefused ? email : nil,
                isSaved: isSaved)
        }
        return .page(page.html(in: exchange.site.context))
    }

    static func markRead(_ exchange: Exchange) async throws -> Answer {
        let id = exchange.form.word("up-to").flatMap { Notification.ID(path: $0) }
        let person = try exchange.actor.requirePerson()
        if let id { try await exchange.site.newspaper.markRead(upTo: id, as: exchange.actor) }
        let unread = try await exchange.read { tx in try tx.countUnread(of: person) }
        exchange.site.unreadCounts.tell(person, unread: unread)
        return exchange.site.written(.seeOther(Address.notifications))
    }

    static func choose(_ exchange: Exchange) async throws -> Answer {
        var deliveries: [Notification.Kind: MailFrequency] = [:]
        for kind in Notification.Kind.allCases {
            deliveries[kind] = exchange.form.word(kind.rawValue).flatMap { MailFrequency(rawValue: $0) }
        }
        try await exchange.site.newspaper.choose(deliveries, as: exchange.actor)
        return .seeOther(Address.savedNotificationChoices)
    }
}

/// Turns mails off for whoever has one, without signing in. Mail programs send the form by themselves (RFC 8058), so the
/// route reads no body, whatever its type.
enum StopMails {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let (person, token) = (try exchange.identifier("person") as Person.ID, exchange.query.word("token") ?? "")
        let isOurs = try await exchange.read { tx in try tx.isMailToken(token, of: person) }
        guard isOurs else { throw Refusal(.link(.unknown)) }
        return try page(exchange, isDone: false)
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.turnMailsOff(
            of: try exchange.identifier("person"), token: exchange.query.word("token") ?? "", kind: try exchange.kind())
        return try page(exchange, isDone: true)
    }

    private static func page(_ exchange: Exchange, isDone: Bool) throws -> Answer {
        let kind = try exchange.kind()
        let address = Address.stopMails(
            try exchange.identifier("person"), token: exchange.query.word("token") ?? "", kind: kind)
        let page = StopMailsPage(address: address, kind: kind, isDone: isDone)
        return .page(page.html(in: exchange.site.context))
    }
}

extension Exchange {
    /// `nil` for all kinds. Refuses an address that was cut off.
    fileprivate func kind() throws -> Notification.Kind? {
        let word = query.word("kind") ?? ""
        if word == "all" { return nil }
        guard let kind = Notification.Kind(rawValue: word) else { throw Refusal(.link(.unknown)) }
        return kind
    }
}
