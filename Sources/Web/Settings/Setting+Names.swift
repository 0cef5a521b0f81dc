import Database

extension Setting {
    /// What a file may hold for a setting. A number and a Boolean may also be written in quotes.
    package enum Kind: Sendable {
        case text, number, yesOrNo
        /// A list of texts, or a text with commas.
        case list
    }

    /// The kind of value. It follows from the default, except for lists.
    package var kind: Kind {
        switch self {
        case .databaseRead, .trustedProxies, .wireTimeZones, .storiesWarnings, .moderationMasks, .accountsReservedNames:
            .list
        default: Int(standard) != nil ? .number : ["true", "false"].contains(standard) ? .yesOrNo : .text
        }
    }

    /// The last parts of the names of settings that are secret, such as `metrics.token`.
    private static let secretParts: Set<Substring> = ["token", "password", "secret", "key"]

    /// Whether nobody may see the value.
    package var isSecret: Bool { rawValue.split(separator: ".").last.map(Self.secretParts.contains) ?? false }

    /// A value for display: `…` stands for a secret, and for a password in an address.
    package func shown(_ value: String) -> String {
        guard !isSecret else { return value.isEmpty ? "" : "…" }
        if self == .pictures { return PostgreSQLAddress.masked(value, knowing: ["endpoint", "region"]) }
        guard [.database, .databaseRead, .publicURL, .mailURL].contains(self) else { return value }
        // A list has several addresses. Each begins with its scheme.
        let starts = value.ranges(of: /(?:^|[\s,])[a-z0-9+]+:\/\//).map(\.lowerBound)
        let ends = starts.dropFirst() + [value.endIndex]
        guard let first = starts.first else { return PostgreSQLAddress.masked(value) }
        return value[..<first] + zip(starts, ends).map { PostgreSQLAddress.masked(String(value[$0..<$1])) }.joined()
    }

    /// The beginning of the names of all our environment variables.
    package static let environmentPrefix = "BROADSHEET_"
    /// Names the data folder, if `--data` does not.
    package static let dataVariable = "BROADSHEET_DATA"
    /// Names the environment file, if `--environment-file` does not.
    package static let environmentFileVariable = "BROADSHEET_ENVIRONMENT_FILE"

    static let variables = Set(allCases.map(\.environmentName)).union([dataVariable, environmentFileVariable])

    /// Whether Broadsheet reads an environment variable, or it is one that Kubernetes sets for each of its services:
    /// a service may be called `broadsheet`.
    static func isVariable(_ name: String) -> Bool {
        let ofService = /(?:[A-Z0-9_]+_)?(?:SERVICE_(?:HOST|PORT(?:_[A-Z0-9_]+)?)|PORT)/
        let ofPort = /(?:[A-Z0-9_]+_)?PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?/
        let rest = name.dropFirst(environmentPrefix.count)
        return variables.contains(name) || rest.wholeMatch(of: ofService) != nil || rest.wholeMatch(of: ofPort) != nil
    }
}
