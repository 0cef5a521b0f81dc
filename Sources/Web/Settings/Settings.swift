package import Configuration
package import Darkroom
package import Database
import Foundation
package import Markup
package import Newsroom
package import Operations
import Storage

/// The settings of one installation, read and checked.
package struct Settings: Sendable {
    package var house: House
    /// The address of a PostgreSQL database; `nil` for the file in the data folder.
    package var database: PostgreSQLAddress?
    /// The addresses of its replicas.
    package var replicas: [PostgreSQLAddress]
    /// Where pictures are kept; `nil` for the folder `pictures` in the data folder.
    package var pictures: PictureStoreAddress?
    /// Where readers reach the site, without a slash at the end; `nil` for the address that it listens on.
    package var publicURL: SafeURL?
    /// Proxies that are believed when they say for whom they ask, and the header in which they say it.
    package var trustedProxies: [AddressRange]
    package var trustedHeader: ForwardingHeader
    package var commentsPerMinute: Int
    package var commentsPerHour: Int
    package var closing: ClosingRule
    package var holdsUnknownNames: Bool
    package var reportsPerHour: Int
    /// Tries to sign in: of one source, for one account, and of all that come from browsers not yet known.
    package var signInsPerFiveMinutes: Int
    package var signInsToAccountPerFiveMinutes: Int
    package var signInsOfAllPerFiveMinutes: Int
    package var sessionHours: Int
    /// How long a request may take to arrive.
    package var requestSeconds: Int
    /// How much memory rendered pages may take; 0 keeps none.
    package var pagesMegabytes: Int
    package var listenerLimits: ListenerLimits

    /// Reads the settings. Throws what is wrong with the first value that is none.
    package init(from reader: ConfigReader) throws(SettingFault) {
        let values = SettingReader(reader)
        house = try values.house()
        database = try values.database()
        replicas = try values.replicas()
        pictures = try values.pictures()
        publicURL = try values.address(.publicURL)
        trustedProxies = try values.ranges(.trustedProxies)
        trustedHeader = try values.header(.trustedHeader)
        commentsPerMinute = try values.number(.commentsPerMinute, 0...1_000_000_000)
        commentsPerHour = try values.number(.commentsPerHour, 0...1_000_000_000)
        let days = try values.number(.commentsCloseAfterDays, 0...36_500)
        closing = ClosingRule(days: days == 0 ? nil : days)
        holdsUnknownNames = try values.yesOrNo(.commentsHoldUnknownNames)
        reportsPerHour = try values.number(.reportsPerHour, 0...1_000_000_000)
        signInsPerFiveMinutes = try values.number(.signInsPerFiveMinutes, 0...1_000_000_000)
        signInsToAccountPerFiveMinutes = try values.number(.signInsToAccountPerFiveMinutes, 0...1_000_000_000)
        signInsOfAllPerFiveMinutes = try values.number(.signInsOfAllPerFiveMinutes, 0...1_000_000_000)
        sessionHours = try values.number(.sessionHours, 1...720)
        requestSeconds = try values.number(.requestSeconds, 1...600)
        pagesMegabytes = try values.number(.pagesMegabytes, 0...1_000_000)
        listenerLimits = ListenerLimits(
            perSource: try values.number(.listenersPerSource, 0...1_000_000),
            all: try values.number(.listeners, 0...1_000_000))
    }

    /// What the settings decide about the newspaper's operations.
    package var rules: NewspaperRules {
        NewspaperRules(
            policy: house.policy,
            posting: PostingRules(
                closing: closing, holdsUnknownNames: holdsUnknownNames,
                limits: [.init(commentsPerMinute, per: 60), .init(commentsPerHour, per: 3_600)]),
            reportLimits: [.init(reportsPerHour, per: 3_600)],
            signIn: SignInRules(
                limits: [.init(signInsPerFiveMinutes, per: 300)],
                limitsOfAccount: [.init(signInsToAccountPerFiveMinutes, per: 300)],
                limitsOfAll: [.init(signInsOfAllPerFiveMinutes, per: 300)], sessionSeconds: sessionHours * 3_600))
    }
}
