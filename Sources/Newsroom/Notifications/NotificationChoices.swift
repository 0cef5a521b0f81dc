package import Foundation

/// How often a person gets mails about notifications of one kind. All notifications are on the site.
package enum MailFrequency: String, Sendable, Hashable, CaseIterable {
    /// A mail after `Notification.firstWait`, and then at most one in ten minutes.
    case atOnce = "at-once"
    /// A digest every morning, or every Monday morning.
    case daily, weekly
    /// No mails.
    case never = "site"

    /// The time of the next digest after `time`: at seven in the morning in the newspaper's time zone. `nil` for mails
    /// without a fixed time.
    package func nextDigest(after time: Date, in zone: TimeZone) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var wanted = DateComponents(hour: 7)
        switch self {
        case .atOnce, .never: return nil
        case .daily: break
        case .weekly: wanted.weekday = 2
        }
        return calendar.nextDate(after: time, matching: wanted, matchingPolicy: .nextTime)
    }
}

/// A person's choice for each kind of notification.
package struct NotificationChoices: Sendable, Hashable {
    package private(set) var frequencies: [Notification.Kind: MailFrequency]

    package init(_ chosen: [Notification.Kind: MailFrequency] = [:]) { frequencies = chosen }

    /// News comes in the morning. Notifications about the person, or for staff to act on, come at once.
    private static func standard(_ kind: Notification.Kind) -> MailFrequency {
        switch kind {
        case .update, .comments, .topic: .daily
        default: .atOnce
        }
    }

    /// The person's choice, or else the default.
    package subscript(_ kind: Notification.Kind) -> MailFrequency {
        get { frequencies[kind] ?? Self.standard(kind) }
        set { frequencies[kind] = newValue }
    }

    /// The kinds about which the person gets mails this often.
    package func kinds(_ frequency: MailFrequency) -> [Notification.Kind] {
        Notification.Kind.allCases.filter { self[$0] == frequency }
    }
}
