import Foundation
import Testing

@testable import Markup

/// The text that a reader sees of a comment: its words, the numbers of list items, and the addresses of links
/// that differ from their text. It is split by Unicode scalars, because a combining mark may follow the end
/// of a tag.
struct ShownComment {
    private(set) var text = ""
    /// The tags in order, without attributes.
    private(set) var tags: [String] = []
    private(set) var addresses: [String] = []
    /// The open lists, with the next number of each.
    private var lists: [Int?] = []
    private var startOfLink = ""

    init(_ comment: String) {
        let html = Markdown.comment(comment).string
        var parts = html.unicodeScalars.split(separator: "<", omittingEmptySubsequences: false)
        text += Self.unescaped(String(parts.removeFirst()))
        for part in parts {
            let tag = part.prefix { $0 != ">" }
            read(String(tag))
            text += Self.unescaped(String(part.dropFirst(tag.count + 1)))
        }
    }

    var folded: String { text.folded }

    /// Whether every tag is closed by the matching tag, in order.
    var isNested: Bool {
        var open: [String] = []
        for tag in tags where tag != "br" {
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else { return false }
            } else {
                open.append(tag)
            }
        }
        return open.isEmpty
    }

    private mutating func read(_ tag: String) {
        tags.append(String(tag.prefix { $0 != " " }))
        switch tags.last {
        case "p", "br": text += " "
        case "ul": lists.append(nil)
        case "ol": lists.append(Self.value(of: "start", in: tag).flatMap { Int($0) } ?? 1)
        case "/ul", "/ol": lists.removeLast()
        case "li": beginItem(Self.value(of: "value", in: tag).flatMap { Int($0) })
        case "a":
            addresses.append(Self.unescaped(Self.value(of: "href", in: tag) ?? ""))
            startOfLink = text
        case "/a": endLink()
        default: break
        }
    }

    private mutating func beginItem(_ value: Int?) {
        guard let last = lists.last, let next = last else { return text += " - " }
        text += " \(value ?? next). "
        lists[lists.count - 1] = (value ?? next) + 1
    }

    private mutating func endLink() {
        let words = String(text.unicodeScalars.dropFirst(startOfLink.unicodeScalars.count))
        guard let address = addresses.last, address != words, address != "http://\(words)" else { return }
        text += "(\(address))"
    }

    private static func value(of name: String, in tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"", options: .literal) else { return nil }
        return String(tag.unicodeScalars[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: String) -> String {
        let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return references.reduce(text) { text, reference in
            text.replacingOccurrences(of: reference.0, with: reference.1, options: .literal)
        }
    }
}

extension String {
    /// With each run of spaces and line endings replaced by one space, and none at either end.
    var folded: String {
        unicodeScalars.split { " \t\r\n".unicodeScalars.contains($0) }.map(String.init).joined(separator: " ")
    }
}
