import Logging
import Foundation
import HTTPServer
import HTTPTypes
import Logbook
import Newsroom
import Operations

/// The line of one request in the log.
struct RequestLine {
    let id: String
    let method: String
    /// The path of the route, or `none`.
    let pattern: String
    /// The address without secrets.
    let target: String
    let cache: RequestTrace.CacheState
    let actor: String
    let agent: String?
    /// Stands for the source of the request until midnight in UTC.
    let source: String

    /// The longest text of a client in a line, in characters.
    private static let longestTarget = 1_000
    private static let longestOther = 120

    func facts(_ sending: Sending) -> [LogLine.Fact] {
        [
            .init("request", id), .init("method", String(method.prefix(Self.longestOther))), .init("route", pattern),
            .init("path", String(target.prefix(Self.longestTarget))), .init("status", .integer(sending.status)),
            .init("bytes", .integer(sending.bytes)), .init("seconds", .seconds(nanoseconds: sending.nanoseconds)),
            .init("cache", cache.rawValue), .init("actor", actor),
            .init("agent", String((agent ?? "").prefix(Self.longestOther))), .init("source", source),
        ]
    }
}

extension Site {
    /// Writes the line of a request, if requests are logged.
    func log(_ line: RequestLine, _ sending: Sending) {
        let format: LogFormat
        switch monitoring.live.logRequests {
        case .off: return
        case .text: format = .text
        case .json: format = .json
        }
        monitoring.output?.add(LogLine(clock.now, .info, "request", line.facts(sending)), .info, as: format)
    }

    /// Stands for the source of a request in the log. Nobody can find the address without the key. On
    /// the next day, the same source has another digest.
    func logSource(of head: HTTPRequest, from peer: String) -> String {
        let (address, _) = ClientSource.address(
            peer: peer, head: head, trusted: settings.trustedProxies, header: settings.trustedHeader)
        return logSource(of: address)
    }

    func logSource(of address: NetworkAddress?) -> String {
        let day = Int((clock.now.timeIntervalSince1970 / 86_400).rounded(.down))
        return String(keys.mark("\(day) \(ClientSource.text(of: address))", for: .logSource).prefix(16))
    }

    /// Stands for an account in the log, whether it exists or not.
    func logAccount(_ email: String) -> String {
        String(keys.mark(email.trimmed.lowercased(), for: .logAccount).prefix(16))
    }
}
