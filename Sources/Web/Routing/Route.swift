import Foundation
import HTTPTypes
import Markup
package import Newsroom

/// A row of the route table: nothing is allowed that no row allows.
package struct Route: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }

    /// Which caches may keep the answer.
    package enum CacheClass: String, Sendable {
        /// The same for everyone who brings no cookie of ours; kept here until it changes, and elsewhere for moments.
        case shared
        /// For one person or one moment; kept nowhere.
        case personal
        /// Named by its content; kept for a year everywhere.
        case immutable
    }

    package let method: Method
    /// Segments in braces stand for anything but a slash: `/stories/{story}/{slug}`.
    package let path: String
    /// The permission that an actor needs.
    package let permission: Permission
    /// Bytes of a body; 0 where none is read.
    package let bodyLimit: Int
    package let cache: CacheClass
    /// Whether a browser that has written below the story sees something of its own on the page.
    let showsOwnComments: Bool
    /// Whether it takes only a moment and neither reads nor renders, so that the thread of its connection may answer it.
    let isBrief: Bool
    /// The parameters of the query that the action gets.
    let parameters: [Parameter]
    let action: @Sendable (Exchange) async throws -> Answer
    /// Shows a refused form again, with everything that was typed; `nil` for a row without a form.
    let again: (@Sendable (Exchange, Refusal) async throws -> Answer)?

    let segments: [Segment]

    /// A part of a path between slashes: itself, or in braces the name of what stands there.
    enum Segment: Hashable, Sendable {
        case literal(Substring)
        case value(String)

        init(_ text: Substring) {
            self = text.first == "{" ? .value(String(text.dropFirst().dropLast())) : .literal(text)
        }
    }

    init(
        _ method: Method, _ path: String, reads parameters: [Parameter] = [], for permission: Permission = .read,
        body bodyLimit: Int = 0,
        cache: CacheClass = .personal, ownComments showsOwnComments: Bool = false, brief isBrief: Bool = false,
        again: (@Sendable (Exchange, Refusal) async throws -> Answer)? = nil,
        _ action: @escaping @Sendable (Exchange) async throws -> Answer
    ) {
        self.method = method
        self.path = path
        self.permission = permission
        self.bodyLimit = bodyLimit
        self.cache = cache
        self.showsOwnComments = showsOwnComments
        self.isBrief = isBrief
        self.parameters = parameters
        self.action = action
        self.again = again
        segments = path.dropFirst().split(separator: "/").map(Segment.init)
    }

    /// Bytes of the longest value in a path of ours: a slug of 80 characters, of which one may take a dozen bytes or
    /// two.
    private static let longestValue = 2_000

    /// The values of the segments in braces, percent-decoded; `nil` where the path is another, or a value longer than
    /// any here.
    func match(_ parts: [Substring]) -> [String: String]? {
        guard parts.count == segments.count, hasLiterals(of: parts) else { return nil }
        var values: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard case .value(let name) = segment else { continue }
            let isPlain = !part.utf8.contains(UInt8(ascii: "%"))
            guard let value = isPlain ? String(part) : String(part).removingPercentEncoding, !value.isEmpty,
                value.utf8.count <= Self.longestValue,
                // No database of ours keeps a text with a NUL in it, and not every one lets itself be asked for it.
                isPlain || !value.utf8.contains(0)
            else { return nil }
            values[name] = value
        }
        return values
    }

    /// The address of a page of this row: built from the row, never from what was sent.
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
