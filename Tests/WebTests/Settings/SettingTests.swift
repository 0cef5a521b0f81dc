import Configuration
import Markup
import Newsroom
import Testing

@testable import Web

@Suite("Settings", .timeLimit(.minutes(5)))
struct SettingTests {
    @Test("Every setting has a default", arguments: Setting.allCases)
    func standard(setting: Setting) throws {
        let settings = try TestSite.settings()
        #expect(settings.commentsPerMinute == 5 && settings.commentsPerHour == 60 && settings.reportsPerHour == 10)
        #expect(settings.closing.days == 14 && !settings.holdsUnknownNames)
        #expect(settings.house.name == "Broadsheet" && settings.house.tagline == nil)
        #expect(settings.house.policy == .standard)
        #expect(settings.publicURL == nil && settings.trustedProxies.isEmpty)
        #expect(settings.sessionHours == 12 && settings.requestSeconds == 20 && settings.signInsPerFiveMinutes == 10)
        let written = try reading(setting, setting.standard)
        #expect("\(written)" == "\(settings)", "a default that is set explicitly changes nothing")
    }

    @Test("Environment names are unique and stay as documented")
    func names() {
        let names = Set(Setting.allCases.map(\.environmentName))
        #expect(names.count == Setting.allCases.count)
        #expect(
            names.isSuperset(of: [
                "BROADSHEET_COMMENTS_PER_MINUTE", "BROADSHEET_COMMENTS_PER_HOUR", "BROADSHEET_REPORTS_PER_HOUR",
                "BROADSHEET_COMMENTS_CLOSE_AFTER_DAYS", "BROADSHEET_COMMENTS_HOLD_UNKNOWN_NAMES",
                "BROADSHEET_HOUSE_NAME",
                "BROADSHEET_HOUSE_TIME_ZONE", "BROADSHEET_PUBLIC_URL", "BROADSHEET_TRUSTED_PROXIES",
            ]))
    }

    @Test("Every setting is read from its environment variable", arguments: Setting.allCases)
    func environment(setting: Setting) throws {
        let example = Self.example(of: setting)
        #expect(example != setting.standard)
        var environment = [setting.environmentName: example]
        // A relay needs a sender.
        if setting == .mailURL { environment[Setting.mailFrom.environmentName] = "news@a.example" }
        let provider = EnvironmentVariablesProvider(environmentVariables: environment)
            .prefixKeys(with: "broadsheet")
        let reader = SettingReader(ConfigReader(provider: provider))
        #expect(reader.text(setting) == example)
        let written = try Settings(from: ConfigReader(provider: provider))
        #expect("\(written)" != "\(try TestSite.settings())", "the value has an effect")
    }

    /// A value for each setting that differs from its default.
    private static func example(of setting: Setting) -> String {
        switch setting {
        case .houseName: "A House"
        case .houseTagline: "A line"
        case .houseTimeZone: "Asia/Kolkata"
        case .houseDisclaimer: "Not ours."
        case .policyWelcome: "Welcome."
        case .database: "postgres://a.example/news"
        case .databaseRead: "postgres://b.example/news, postgres://c.example/news"
        case .pictures: "s3://news/pictures"
        case .publicURL: "https://a.example"
        case .serverHost: "::1"
        case .trustedProxies: "10.0.0.0/8, ::1"
        case .trustedHeader: "forwarded"
        case .wireTimeZones: "reuters=Europe/London"
        case .commentsHoldUnknownNames, .storiesReportersPublish: "true"
        case .commentsFrom: "accounts"
        case .accountsPublicPages: "false"
        case .storiesWarnings: "noText"
        case .moderationMasks: "some phrase"
        case .accountsReservedNames: "standard, the owner"
        case .feedsText: "summary"
        case .storiesCorrections: "below"
        case .wireCorrections: "confirm"
        case .mailURL: "smtps://me:secret@mail.example"
        case .mailFrom: "A House <news@a.example>"
        case .metricsToken: "a-token-of-20-letters"
        case .logLevel: "debug"
        case .logFormat, .logRequests: "json"
        case .commentsPerMinute, .commentsPerHour, .commentsCloseAfterDays, .reportsPerHour, .signInsPerFiveMinutes,
            .signInsToAccountPerFiveMinutes, .signInsOfAllPerFiveMinutes, .sessionHours, .requestSeconds,
            .pagesMegabytes, .serverPort, .listeners, .accountsSessionDays, .accountsMailsPerHour,
            .moderationQueueThreshold, .privacyDigestDays,
            .listenersPerSource,
            .moderationCasesDecidedAlone:
            "7"
        }
    }

    @Test(
        "An invalid value is refused with a message that names the setting",
        arguments: [
            (Setting.commentsPerMinute, "five", "a whole number from 0 to 1000000000"),
            (.commentsPerHour, "-1", "a whole number"),
            (.reportsPerHour, "1.5", "a whole number"), (.signInsPerFiveMinutes, "", "a whole number"),
            (.commentsCloseAfterDays, "99999", "a whole number from 0 to 36500"),
            (.sessionHours, "0", "a whole number from 1 to 720"),
            (.requestSeconds, "601", "a whole number from 1 to 600"),
            (.commentsHoldUnknownNames, "maybe", "true or false"),
            (.storiesReportersPublish, "some", "true or false"),
            (.storiesWarnings, "noText, noSense", "a list of these, separated by commas: noHeadline"),
            (.moderationMasks, "one, f***", "a list of words and phrases"),
            (.moderationMasks, "a b c d e f g h i", "a list of words and phrases"),
            (.accountsReservedNames, "ann, !!", "a list of names, each of 1 to 40 characters"),
            (.accountsReservedNames, String(repeating: "a", count: 41), "a list of names"),
            (.moderationCasesDecidedAlone, "501", "a whole number from 1 to 500"),
            (.feedsText, "some", "full or summary"),
            (.storiesCorrections, "beside", "above or below"),
            (.wireCorrections, "never", "publish or confirm"),
            (.accountsPublicPages, "some", "true or false"),
            (.commentsFrom, "anybody", "guests and accounts or accounts or guests"),
            (.accountsSessionDays, "0", "a whole number from 1 to 365"),
            (.privacyDigestDays, "366", "a whole number from 1 to 365"),
            (.logLevel, "loud", "trace or debug or info or notice or warning or error or critical"),
            (.logFormat, "xml", "text or json"), (.logRequests, "yes", "off or text or json"),
            (.houseTimeZone, "Mars/Olympus", "a time zone such as Europe/Berlin"),
            (.wireTimeZones, "reuters", "a list of agencies and time zones"),
            (.wireTimeZones, "afp=Mars/Olympus", "a list of agencies and time zones"),
            (.trustedProxies, "10.0.0.0/33", "a list of addresses"),
            (.trustedHeader, "X-Real-IP", "X-Forwarded-For or Forwarded"),
            (.trustedProxies, "everybody", "a list of addresses"), (.publicURL, "news.example", "an address such as"),
            (.publicURL, "https://news.example/path", "an address such as"),
            (.publicURL, "javascript:alert(1)", "an address such as"),
            (.publicURL, "https://a:b@news.example", "an address such as"),
            (.houseName, "", "one line of visible text, of at most 100 characters"), (.houseName, "A\nB", "one line"),
            (.houseName, "A\u{1B}[31m", "one line"), (.houseTagline, "\u{202E}A", "one line"),
            (.houseDisclaimer, "A\u{0}", "one line"),
            (.mailFrom, "A House", "an e-mail address with or without a name"),
        ])
    func refused(setting: Setting, value: String, wanted: String) {
        let fault = #expect(throws: SettingFault.self) { try reading(setting, value) }
        #expect(
            fault?.description.hasPrefix("\(setting.environmentName) (\(setting.rawValue)) must be \(wanted)") == true)
        #expect(fault?.description.hasSuffix("not \"\(setting.shown(value))\".") == true)
    }

    @Test("An invalid database address is refused without being shown, since it may contain a password")
    func database() throws {
        #expect(try TestSite.settings().database == nil)
        #expect(try reading(.database, "postgres://reader:secret@a.example/news").database != nil)
        for value in ["mysql://reader:secret@a.example/news", "postgres://reader:secret@[a.example/news"] {
            let fault = #expect(throws: SettingFault.self) { try reading(.database, value) }
            #expect(fault?.description.hasPrefix("BROADSHEET_DATABASE (database) must be ") == true)
            #expect(fault?.description.contains("secret") == false)
        }
    }

    @Test("Replicas are a list of addresses, each with one or more hosts")
    func replicas() throws {
        #expect(try TestSite.settings().replicas.isEmpty)
        let lists = [
            "postgres://a.example/news": 1, "postgres://a.example/news,postgresql://b.example/news": 2,
            "postgres://a.example/news, postgres://b.example/news  postgres://c.example/news": 3,
            "postgres://a.example:5432,b.example:5432/news postgres://c.example/news": 2,
        ]
        for (list, count) in lists { #expect(try reading(.databaseRead, list).replicas.count == count, "\(list)") }
        let fault = #expect(throws: SettingFault.self) {
            try reading(.databaseRead, "postgres://a.example/news, mysql://b:secret@b.example/news")
        }
        #expect(fault?.description.hasPrefix("BROADSHEET_DATABASE_READ (databaseRead) must be ") == true)
        #expect(fault?.description.contains("secret") == false)
    }

    @Test(
        "An invalid picture store is refused without being shown, since it may contain a password",
        arguments: [
            ("pictures", "absolute path"), ("https://a.example/secret", "absolute path"),
            ("s3://secret:secret@news", "environment"),
            ("s3://A B/secret", "the form s3://"), ("s3://news/../secret", "the form s3://"),
            ("s3://news?secret=1", "accepts only"), ("s3://news?endpoint=ftp://secret", "such as https://"),
        ])
    func pictures(value: String, wanted: String) throws {
        #expect(try TestSite.settings().pictures == nil)
        #expect(try reading(.pictures, "/srv/pictures").pictures != nil)
        #expect(try reading(.pictures, "s3://news/p?endpoint=https://s3.example.org&region=a-1").pictures != nil)
        let fault = #expect(throws: SettingFault.self) { try reading(.pictures, value) }
        #expect(fault?.description.contains(wanted) == true)
        #expect(fault?.description.contains("secret") == false)
    }

    @Test(
        "An invalid secret for the metrics is refused without being shown",
        arguments: [
            "too-short-secret".dropLast().description, "a secret with spaces in it", "a-sécret-that-is-not-ASCII",
        ])
    func metricsToken(value: String) throws {
        #expect(try reading(.metricsToken, "exactly-16-signs").monitoring.metricsToken == "exactly-16-signs")
        let fault = #expect(throws: SettingFault.self) { try reading(.metricsToken, value) }
        #expect(fault?.description.hasPrefix("BROADSHEET_METRICS_TOKEN (metrics.token) must have at least 16") == true)
        #expect(fault?.description.contains(value) == false)
    }

    @Test("A relay needs a sender; an invalid address is refused without being shown, since it may have a password")
    func mail() throws {
        let (url, from): (AbsoluteConfigKey, AbsoluteConfigKey) = (["mail", "url"], ["mail", "from"])
        let settings = try TestSite.settings([url: "smtp://me:secret@mail.example", from: "News <news@a.example>"])
        #expect(settings.mail.relay?.password == "secret" && settings.mail.sender?.name == "News")
        #expect(
            !"\(settings)".contains("secret")
                && Setting.mailURL.shown("smtp://me:secret@mail.example").hasSuffix("//me:…@mail.example"))
        let unsent = #expect(throws: SettingFault.self) { try reading(.mailURL, "smtp://mail.example") }
        #expect(unsent?.description.contains("needs BROADSHEET_MAIL_FROM (mail.from)") == true)
        for value in [
            "smtp://me:secret@mail.example/path", "https://me:secret@mail.example", "smtp://secret@mail.example",
        ] {
            let fault = #expect(throws: SettingFault.self) { try reading(.mailURL, value) }
            #expect(fault?.description.hasPrefix("BROADSHEET_MAIL_URL (mail.url) must be the address of") == true)
            #expect(fault?.description.contains("secret") == false)
        }
    }

    @Test("Numbers and Booleans in a file may be quoted")
    func kinds() throws {
        let written: [AbsoluteConfigKey: ConfigValue] = [
            ["comments", "perMinute"]: 7, ["comments", "perHour"]: "8", ["comments", "holdUnknownNames"]: true,
        ]
        let settings = try TestSite.settings(written)
        #expect(settings.commentsPerMinute == 7 && settings.commentsPerHour == 8 && settings.holdsUnknownNames)
    }

    @Test("Masks are a list in a file; an empty list and an empty text switch them off")
    func masks() throws {
        func masks(_ value: ConfigContent) throws -> [String] {
            try TestSite.settings([["moderation", "masks"]: ConfigValue(value, isSecret: false)]).masks
        }
        #expect(try TestSite.settings().masks == StandardMasks.phrases)
        #expect(try masks(.stringArray(["One", "two words"])) == ["One", "two words"])
        #expect(try masks(.stringArray(["standard", "one"])) == StandardMasks.phrases + ["one"])
        #expect(try masks(.string("one, two words,")) == ["one", "two words"])
        #expect(try masks(.stringArray([])).isEmpty)
        #expect(try masks(.string("")).isEmpty)
        #expect(StandardMasks.phrases.allSatisfy(WordMasks.accepts))
    }

    @Test("Zero means no limit, and discussions that never close")
    func zero() async throws {
        #expect(try reading(.commentsCloseAfterDays, "0").closing.days == nil)
        let newspaper = try await TestSite {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var reader = TestBrowser(newspaper)
        for number in 1...70 { #expect(await reader.comment("Word \(number).").status == 303) }
    }

    private func reading(_ setting: Setting, _ value: String) throws -> Settings {
        let key = AbsoluteConfigKey(setting.rawValue.split(separator: ".").map(String.init))
        return try TestSite.settings([key: ConfigValue(.string(value), isSecret: false)])
    }
}
