/// The reason why no complete response arrived. No fault contains a path, a query or a header field, because
/// these may hold a secret.
package enum OutboundFault: Error, Sendable, Hashable {
    /// The text is not an http or https address that the client accepts.
    case invalidAddress
    /// The address guard refuses the host.
    case forbidden(host: String)
    /// The host name has no address.
    case unknownHost(String)
    /// No connection was made. The request was not sent.
    case notConnected(String)
    /// The connection broke before the response was complete. The other side may have acted on the request.
    case interrupted(String)
    /// The time limit passed. The other side may have acted on the request.
    case timedOut
    /// The response body exceeds the limit, in bytes.
    case tooLarge(limit: Int)
    /// There are more redirects than the limit allows.
    case tooManyRedirects(limit: Int)
    /// An https address redirects to an http address.
    case insecureRedirect(host: String)
}

extension OutboundFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidAddress: "not an http or https address"
        case .forbidden(let host): "requests to \(host) are not allowed"
        case .unknownHost(let host): "unknown host \(host)"
        case .notConnected(let cause): "cannot connect: \(cause)"
        case .interrupted(let cause): "connection lost: \(cause)"
        case .timedOut: "timed out"
        case .tooLarge(let limit): "the response has more than \(limit) bytes"
        case .tooManyRedirects(let limit): "more than \(limit) redirects"
        case .insecureRedirect(let host): "redirect from https to http at \(host)"
        }
    }
}
