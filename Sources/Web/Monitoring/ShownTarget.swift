import Foundation

/// The address of a request, without tokens and without parameters that no route reads.
enum ShownTarget {
    static let hidden = "***"
    /// The names of values in paths that are secret.
    private static let secretValues: Set = ["receipt"]
    /// The segments before a secret, for addresses that match no route, such as a mistyped one.
    private static let beforeSecrets: Set<Substring> = ["reports", "suggestions", "first-admin"]
    /// Hexadecimal digits in a row that may be a token.
    private static let tokenLength = 16

    static func text(_ target: String, route: Route?) -> String {
        let parts = Target(target)
        return path(parts.path, route) + query(parts, route)
    }

    private static func path(_ path: Substring, _ route: Route?) -> String {
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let shown = segments.enumerated().map { index, segment -> Substring in
            if let route, route.segments.count == segments.count {
                if case .value(let name) = route.segments[index], secretValues.contains(name) { return hidden[...] }
                return segment
            }
            let isSecret = index > 0 && beforeSecrets.contains(segments[index - 1])
            return isSecret || mayBeToken(segment) ? hidden[...] : segment
        }
        return "/" + shown.joined(separator: "/")
    }

    private static func mayBeToken(_ segment: Substring) -> Bool {
        segment.split { !$0.isHexDigit }.contains { $0.count >= tokenLength }
    }

    private static func query(_ target: Target, _ route: Route?) -> String {
        guard let route else { return "" }
        let values = target.query(route.parameters)
        let pairs = route.parameters.compactMap { parameter in
            values[parameter.rawValue].map { value in
                "\(parameter.rawValue)=\(parameter.isSecret ? hidden : encoded(value))"
            }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private static func encoded(_ value: String) -> String {
        value.addingPercentEncoding(
            withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: "&=+")))
            ?? ""
    }
}
