import Foundation
import HTTPTypes
import Markup
package import Newsroom

/// A row of the route table. A request that matches no row is refused.
package struct Route: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }

    /// How the body of a request is read.
    package enum BodyKind: String, Sendable {
        /// Fields, read before the action runs.
        case form
        /// Fields and files (`multipart/form-data`), read by the action while they arrive, and only after the person
        /// who sends them is admitted.
        case upload
    }

    /// The caches that may store the response.
    package enum CacheClass: String, Sendable {
        /// The same for every client without a cookie of ours. Cached here until it changes, and elsewhere
        /// only for moments.
        case shared
        /// For one person or one moment. Not cached.
        case personal
        /// A reader's form that was refused. Only the browser keeps it, so that "Back" finds the typed text.
        case browser
        /// Named after its content. Cached everywhere for a year.
        case immutable
    }

    package let method: Method
    /// A segment in braces matches any text without a slash: `/stories/{story}/{slug}`.
    package let path: String
    /// The permission that an actor needs.
    package let permission: Permission
    /// The maximum size of a request body in bytes; 0 if no body is read.
    package let bodyLimit: Int
    package let bodyKind: BodyKind
    package let cache: CacheClass
    /// Whether a browser that has commented on the story sees its own comments on the page.
    let showsOwnComments: Bool
    /// Whether the action takes only a moment and neither reads nor renders, so that the connection's thread
    /// may run it.
    let isBrief: Bool
    /// The query parameters that the action gets.
    let parameters: [Parameter]
    let action: @Sendable (Exchange) async throws -> Answer
    /// The action for staff who write, if there is nothing for readers; `nil` for most routes.
    let unpublished: (@Sendable (Exchange) async throws -> Answer)?
    /// Shows a refused form again, with everything that was typed; `nil` for a route without a form.
    let again: (@Sendable (Exchange, Refusal) async throws -> Answer)?

    let segments: [Segment]
    /// The place of the route in its table, and that of its path among the paths there.
    var number = 0
    var place = 0

    /// A part of a path between slashes: literal text, or a value whose name is in braces.
    enum Segment: Hashable, Sendable {
        case literal(Substring)
        case value(String)

        init(_ text: Substring) {
            self = text.first == "{" ? .value(String(text.dropFirst().dropLast())) : .literal(text)
        }
    }

    init(
        _ method: Method, _ path: String, reads parameters: [Parameter] = [], for permission: Permission = .read,
        body bodyLimit: Int = 0, of bodyKind: BodyKind = .form,
        cache: CacheClass = .personal, ownComments showsOwnComments: Bool = false, brief isBrief: Bool = false,
        again: (@Sendable (Exchange, Refusal) async throws -> Answer)? = nil,
        unpublished: (@Sendable (Exchange) async throws -> Answer)? = nil,
        _ action: @escaping @Sendable (Exchange) async throws -> Answer
    ) {
        self.method = method
        self.path = path
        self.permission = permission
        self.bodyLimit = bodyLimit
        self.bodyKind = bodyKind
        self.cache = cache
        self.showsOwnComments = showsOwnComments
        self.isBrief = isBrief
        self.parameters = parameters
        self.action = action
        self.again = again
        self.unpublished = unpublished
        segments = path.dropFirst().split(separator: "/").map(Segment.init)
    }

    /// The longest value in our paths, in bytes: a slug of 80 characters, each of which may take one or two
    /// dozen bytes.
    private static let longestValue = 2_000

    /// The values of the segments in braces, percent-decoded; `nil` if the path does not match or a value is
    /// longer than any of ours.
    func match(_ parts: [Substring]) -> [String: String]? {
        guard parts.count == segments.count, hasLiterals(of: parts) else { return nil }
        var values: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard case .value(let name) = segment else { continue }
            let isPlain = !part.utf8.contains(UInt8(ascii: "%"))
            guard let value = isPlain ? String(part) : String(part).removingPercentEncoding, !value.isEmpty,
                value.utf8.count <= Self.longestValue,
                // No database of ours stores a text with a NUL, and some do not accept one in a query.
                isPlain || !value.utf8.contains(0)
            else { return nil }
            values[name] = value
        }
        return values
    }

    /// The address of a page of this route. It is built from the route, never copied from the request.
    func address(_ values: [String: String], _ query: [(String, String)]) -> SafeURL {
        let path = segments.map { segment in
            switch segment {
            case .literal(let text): String(text)
            case .value(let name): values[name] ?? ""
            }
        }
        return SafeURL(path: path, query: query)
    }

    private func hasLiterals(of parts: [Substring]) -> Bool {
        zip(segments, parts).allSatisfy { segment, part in
            if case .literal(let text) = segment { text == part } else { true }
        }
    }
}

extension Route {
    /// Whether an answer shows a reader's comment or report again.
    func isRefusal(_ answer: Answer) -> Bool {
        let isForm = again != nil && (permission == .comment || permission == .report)
        return isForm && (answer.status.kind == .clientError || answer.status == .serviceUnavailable)
    }
}
