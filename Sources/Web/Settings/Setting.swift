import Newsroom
import Wire

/// A setting, with its name in the configuration file, its name in the environment and its default value.
///
/// `docs/configuration.md` has a row for each setting. A test compares the two.
package enum Setting: String, CaseIterable, Sendable {
    case houseName = "house.name"
    case houseTagline = "house.tagline"
    case houseTimeZone = "house.timeZone"
    case houseDisclaimer = "house.disclaimer"
    case policyWelcome = "policy.welcome"
    case database
    case databaseRead
    case pictures
    case serverHost = "server.host"
    case serverPort = "server.port"
    case publicURL = "public.url"
    case trustedProxies = "trusted.proxies"
    case trustedHeader = "trusted.header"
    case commentsPerMinute = "comments.perMinute"
    case commentsPerHour = "comments.perHour"
    case commentsCloseAfterDays = "comments.closeAfterDays"
    case commentsHoldUnknownNames = "comments.holdUnknownNames"
    case commentsFrom = "comments.from"
    case accountsSessionDays = "accounts.sessionDays"
    case accountsPublicPages = "accounts.publicPages"
    case accountsMailsPerHour = "accounts.mailsPerHour"
    case privacyDigestDays = "privacy.digestDays"
    case reportsPerHour = "reports.perHour"
    case accountsReservedNames = "accounts.reservedNames"
    case signInsPerFiveMinutes = "signIns.perFiveMinutes"
    case signInsToAccountPerFiveMinutes = "signIns.toAccountPerFiveMinutes"
    case signInsOfAllPerFiveMinutes = "signIns.ofAllPerFiveMinutes"
    case sessionHours = "session.hours"
    case moderationMasks = "moderation.masks"
    case moderationQueueThreshold = "moderation.queueThreshold"
    case moderationCasesDecidedAlone = "moderation.casesDecidedAlone"
    case storiesReportersPublish = "stories.reportersPublish"
    case storiesWarnings = "stories.warnings"
    case storiesCorrections = "stories.corrections"
    case wireCorrections = "wire.corrections"
    case feedsText = "feeds.text"
    case requestSeconds = "request.seconds"
    case wireTimeZones = "wire.timeZones"
    case pagesMegabytes = "pages.megabytes"
    case listeners
    case listenersPerSource
    case mailURL = "mail.url"
    case mailFrom = "mail.from"
    case metricsToken = "metrics.token"
    case logLevel = "log.level"
    case logFormat = "log.format"
    case logRequests = "log.requests"

    /// The name in the environment: `comments.perMinute` is `BROADSHEET_COMMENTS_PER_MINUTE`.
    package var environmentName: String {
        var name = "BROADSHEET_"
        for character in rawValue {
            if character == "." {
                name += "_"
            } else {
                name += character.isUppercase ? "_\(character)" : character.uppercased()
            }
        }
        return name
    }

    /// Whether a change takes effect only with a restart. Other settings can change while the server runs.
    package var needsRestart: Bool {
        switch self {
        case .database, .databaseRead, .pictures, .serverHost, .serverPort, .publicURL, .pagesMegabytes,
            .requestSeconds:
            true
        default: false
        }
    }

    /// The default value, as an operator would write it.
    package var standard: String {
        switch self {
        case .houseName: "Broadsheet"
        case .houseTagline, .database, .databaseRead, .pictures, .publicURL, .trustedProxies, .wireTimeZones,
            .mailURL, .mailFrom, .metricsToken:
            ""
        case .houseTimeZone: "UTC"
        case .serverHost: "127.0.0.1"
        case .serverPort: "8080"
        case .trustedHeader: "X-Forwarded-For"
        case .houseDisclaimer: "Comments express the views of their authors, not those of this newspaper."
        case .policyWelcome: ""
        case .commentsPerMinute: "5"
        case .commentsPerHour: "60"
        case .commentsCloseAfterDays: "14"
        case .commentsHoldUnknownNames: "false"
        case .commentsFrom: CommentsFrom.guestsAndAccounts.rawValue
        case .accountsSessionDays: "30"
        case .accountsPublicPages: "true"
        case .accountsMailsPerHour: "10"
        case .privacyDigestDays: String(Retention.standardDays)
        case .reportsPerHour: "10"
        case .accountsReservedNames: SettingReader.standardList
        case .signInsPerFiveMinutes: "10"
        case .signInsToAccountPerFiveMinutes: "20"
        case .signInsOfAllPerFiveMinutes: "300"
        case .sessionHours: "12"
        case .moderationMasks: StandardMasks.name
        case .moderationQueueThreshold: "50"
        case .moderationCasesDecidedAlone: "50"
        case .storiesReportersPublish: "false"
        case .storiesWarnings: "pictureWithoutCaption, pictureWithoutCredit, pictureTerms, pictureUsedBefore"
        case .storiesCorrections: House.CorrectionPlace.above.rawValue
        case .wireCorrections: AgencyCorrections.publish.rawValue
        case .feedsText: FeedLength.full.rawValue
        case .requestSeconds: "20"
        case .pagesMegabytes: "64"
        case .listeners: "10000"
        case .listenersPerSource: "100"
        case .logLevel: "notice"
        case .logFormat: "text"
        case .logRequests: RequestLogging.off.rawValue
        }
    }
}
