/// Why no response came. No fault repeats a path, a query or a header field, because these may hold a secret.
package enum OutboundFault: Error, Sendable, Hashable {
    /// The text is no http or https address that the client accepts.
    case invalidAddress
    /// The address guard refuses the host.
    case forbidden(host: String)
    /// The host name has no address.
    case unknownHost(String)
    /// There was no connection. The request was not sent.
    case notConnected(String)
    /// The connection broke before the whole response came. The other side may have acted on the request.
    case interrupted(String)
    /// The time ran out. The other side may have acted on the request.
    case timedOut
    /// The body of the response is longer than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The response redirects more often than the limit allows.
    case tooManyRedirects(limit: Int)
    /// An https address redirects to an http address.
    case insecureRedirect(host: String)
}

extension OutboundFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidAddress: "this is no http or https address"
        case .forbidden(let host): "requests to \(host) are not allowed"
        case .unknownHost(let host): "the host \(host) is unknown"
        case .notConnected(let cause): "no connection: \(cause)"
        case .interrupted(let cause): "the connection broke: \(cause)"
        case .timedOut: "the time ran out"
        case .tooLarge(let limit): "more than \(limit) bytes"
        case .tooManyRedirects(let limit): "more than \(limit) redirects"
        case .insecureRedirect(let host): "https redirects to http at \(host)"
        }
    }
}
