package import Configuration
package import Darkroom
package import Database
package import Foundation
package import Markup
package import Newsroom
package import Operations
import Storage
package import Wire

/// The validated settings of one installation.
package struct Settings: Sendable {
    package var house: House
    /// The address of a PostgreSQL database; `nil` for the SQLite file in the data folder.
    package var database: PostgreSQLAddress?
    /// The addresses of its read replicas.
    package var replicas: [PostgreSQLAddress]
    /// The store for pictures; `nil` for the folder `pictures` in the data folder.
    package var pictures: PictureStoreAddress?
    /// The address and the port that the server listens on; port 0 chooses a free port.
    package var host: String
    package var port: Int
    /// The address at which readers reach the site, without a slash at the end; `nil` for the address that
    /// the server listens on.
    package var publicURL: SafeURL?
    /// Proxies that are trusted to name the client's address, and the header in which they name it.
    package var trustedProxies: [AddressRange]
    package var trustedHeader: ForwardingHeader
    package var commentsPerMinute: Int
    package var commentsPerHour: Int
    package var closing: ClosingRule
    package var holdsUnknownNames: Bool
    /// How long a reader stays signed in.
    package var accountsSessionDays: Int
    /// Mails with sign-in links that one source may ask for in an hour.
    package var accountsMailsPerHour: Int
    /// How many days digests of network addresses are kept.
    package var digestDays: Int
    package var reportsPerHour: Int
    /// Names that no account may have, besides those of the newspaper and its staff.
    package var reservedNames: [String]
    /// Limits on sign-in attempts: per source, per account, and in total. Attempts from known browsers do not
    /// count.
    package var signInsPerFiveMinutes: Int
    package var signInsToAccountPerFiveMinutes: Int
    package var signInsOfAllPerFiveMinutes: Int
    package var sessionHours: Int
    /// Words and phrases that pages of the desk show only when asked for.
    package var masks: [String]
    /// A decision on more cases than this needs a second person.
    package var casesDecidedAlone: Int
    /// If more cases than this wait, the staff are told; 0 turns that off.
    package var queueThreshold: Int
    package var reportersPublish: Bool
    /// The checks before publication that only warn.
    package var warnings: [PublicationCheck]
    package var feedLength: FeedLength
    /// The time within which a complete request must arrive.
    package var requestSeconds: Int
    /// The time zones of agencies whose dates name none, by the agency's name in lower case.
    package var wireTimeZones: [String: TimeZone]
    package var agencyCorrections: AgencyCorrections
    /// The memory budget for cached pages and pictures, in megabytes; 0 turns the cache off.
    package var pagesMegabytes: Int
    package var listenerLimits: ListenerLimits
    package var mail: MailSettings
    package var monitoring: MonitoringSettings

    /// Reads and validates the settings. Throws a fault for the first invalid value.
    package init(from reader: ConfigReader) throws(SettingFault) {
        let values = SettingReader(reader)
        house = try values.house()
        database = try values.database()
        replicas = try values.replicas()
        pictures = try values.pictures()
        host = values.text(.serverHost)
        port = try values.number(.serverPort, 0...65_535)
        publicURL = try values.address(.publicURL)
        trustedProxies = try values.ranges(.trustedProxies)
        trustedHeader = try values.header(.trustedHeader)
        commentsPerMinute = try values.number(.commentsPerMinute, 0...1_000_000_000)
        commentsPerHour = try values.number(.commentsPerHour, 0...1_000_000_000)
        let days = try values.number(.commentsCloseAfterDays, 0...36_500)
        closing = ClosingRule(days: days == 0 ? nil : days)
        holdsUnknownNames = try values.yesOrNo(.commentsHoldUnknownNames)
        accountsMailsPerHour = try values.number(.accountsMailsPerHour, 0...1_000_000_000)
        accountsSessionDays = try values.number(.accountsSessionDays, 1...365)
        digestDays = try values.number(.privacyDigestDays, 1...365)
        reportsPerHour = try values.number(.reportsPerHour, 0...1_000_000_000)
        reservedNames = try values.names(.accountsReservedNames)
        signInsPerFiveMinutes = try values.number(.signInsPerFiveMinutes, 0...1_000_000_000)
        signInsToAccountPerFiveMinutes = try values.number(.signInsToAccountPerFiveMinutes, 0...1_000_000_000)
        signInsOfAllPerFiveMinutes = try values.number(.signInsOfAllPerFiveMinutes, 0...1_000_000_000)
        sessionHours = try values.number(.sessionHours, 1...720)
        masks = try values.masks(.moderationMasks)
        queueThreshold = try values.number(.moderationQueueThreshold, 0...1_000_000)
        casesDecidedAlone = try values.number(.moderationCasesDecidedAlone, 1...BulkRuling.mostCases)
        reportersPublish = try values.yesOrNo(.storiesReportersPublish)
        warnings = try values.checks(.storiesWarnings)
        feedLength = try values.choice(.feedsText)
        requestSeconds = try values.number(.requestSeconds, 1...600)
        wireTimeZones = try values.timeZones(.wireTimeZones)
        agencyCorrections = try values.choice(.wireCorrections)
        pagesMegabytes = try values.number(.pagesMegabytes, 0...1_000_000)
        listenerLimits = ListenerLimits(
            perSource: try values.number(.listenersPerSource, 0...1_000_000),
            all: try values.number(.listeners, 0...1_000_000))
        mail = try values.mail()
        monitoring = try values.monitoring()
    }

    /// The rules of the newspaper's operations that follow from the settings.
    package var rules: NewspaperRules {
        var rules = NewspaperRules(
            policy: house.policy,
            posting: PostingRules(
                closing: closing, holdsUnknownNames: holdsUnknownNames,
                limits: [.init(commentsPerMinute, per: 60), .init(commentsPerHour, per: 3_600)]),
            reportLimits: [.init(reportsPerHour, per: 3_600)],
            signIn: SignInRules(
                limits: [.init(signInsPerFiveMinutes, per: 300)],
                limitsOfAccount: [.init(signInsToAccountPerFiveMinutes, per: 300)],
                limitsOfAll: [.init(signInsOfAllPerFiveMinutes, per: 300)], sessionSeconds: sessionHours * 3_600),
            stories: StoryRules(
                language: house.language, reportersPublish: reportersPublish,
                blocking: Set(PublicationCheck.allCases).subtracting(warnings)), casesDecidedAlone: casesDecidedAlone)
        rules.stories.agencyCorrections = agencyCorrections
        rules.queueThreshold = queueThreshold
        rules.timeZone = house.timeZone
        rules.accounts.commentsFrom = house.commentsFrom
        rules.accounts.mailLimits = [.init(accountsMailsPerHour, per: 3_600)]
        rules.accounts.sessionSeconds = accountsSessionDays * 86_400
        rules.retention = Retention(digestDays: digestDays)
        return rules
    }
}
