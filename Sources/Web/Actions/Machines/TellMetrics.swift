import HTTPServer
import HTTPTypes
import Metering
import Newsroom
import Operations

/// The metrics, for a monitoring system that knows the secret.
enum TellMetrics {
    /// Without a secret in the settings, the address does not exist. It is no secret that it exists otherwise.
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        let token = site.monitoring.live.metricsToken
        guard !token.isEmpty else { throw Refusal(.missing(.address)) }
        guard let given = bearerToken(in: exchange.head), isSame(given, token, site.keys) else {
            var answer = Answer(.unauthorized, type: "text/plain; charset=utf-8", body: Array("token needed\n".utf8))
            answer.fields[.wwwAuthenticate] = "Bearer realm=\"metrics\""
            return answer
        }
        return Answer(type: Exposition.mediaType, body: Array(await site.metrics().utf8))
    }

    /// The token of a request (RFC 6750, section 2.1).
    private static func bearerToken(in head: HTTPRequest) -> String? {
        let parts = (head.headerFields.text(of: .authorization) ?? "").split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    /// Compares keyed hashes, so that the time tells nothing about the secret.
    private static func isSame(_ given: String, _ token: String, _ keys: Keys) -> Bool {
        keys.isMark(keys.mark(given, for: .metricsToken), of: token, for: .metricsToken)
    }
}
