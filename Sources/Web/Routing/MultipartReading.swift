import HTTPServer
import HTTPTypes
import NIOCore
import Newsroom

/// Reads a form with files while it arrives (`multipart/form-data`: RFC 7578; RFC 2046, section 5.1).
///
/// Our own, because the known libraries read a whole body, or bring a server of their own.
struct MultipartReading {
    /// The fields before the content of a part.
    struct Head: Sendable, Hashable {
        let name: String
        /// The name of the file on the sender's machine, only to be shown. `nil` for a field that is no file.
        let fileName: String?
    }

    /// No browser sends a longer head of a part, in bytes.
    private static let longestHead = 8 << 10
    /// Fields and files of one form.
    private static let mostParts = 1_000

    private enum Place { case inside, between, after }

    private var source: BodyStream.AsyncIterator
    private let delimiter: [UInt8]
    /// Bytes that have arrived and are not read. A line end before it makes the first boundary like the others.
    private var buffer = ByteBuffer(string: "\r\n")
    private var place = Place.inside
    private var parts = 0

    /// Refuses a body of another type with `invalid`.
    init(_ body: BodyStream, type: String?) throws(Refusal) {
        guard let type, type.prefix(while: { $0 != ";" }).lowercased().trimmed == "multipart/form-data",
            let boundary = Self.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count)
        else { throw Refusal(.request(.noForm)) }
        source = body.makeAsyncIterator()
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Goes on to the next part, over what is left of this one; `nil` after the last. Refuses with `invalid` a body that
    /// ends early, that is no form, or that has too many parts, and with `tooLarge` one over the limit. Nothing follows
    /// after a refusal.
    mutating func next() async throws -> Head? {
        while place == .inside { _ = try await content() }
        guard place == .between else { return nil }
        switch try await take(2) {
        case Array("--".utf8):
            place = .after
            return nil
        case Array("\r\n".utf8): place = .inside
        default: throw end(with: Refusal(.request(.noForm)))
        }
        parts += 1
        guard parts <= Self.mostParts else { throw end(with: Refusal(.request(.tooManyFields))) }
        guard let disposition = try await disposition(), let name = Self.parameter("name", of: disposition) else {
            throw end(with: Refusal(.request(.noForm)))
        }
        return Head(name: name, fileName: Self.parameter("filename", of: disposition))
    }

    /// The next bytes of this part; `nil` at its end.
    mutating func content() async throws -> ByteBuffer? {
        while place == .inside {
            switch buffer.readableBytesView.search(delimiter) {
            case .found(0):
                buffer.moveReaderIndex(forwardBy: delimiter.count)
                place = .between
            case .found(let length): return buffer.readSlice(length: length)
            case .none(let safe) where safe > 0: return buffer.readSlice(length: safe)
            case .none: try await fill()
            }
        }
        return nil
    }

    /// The text of a field. Refuses more than `limit` bytes, and anything that is not UTF-8, with `invalid`.
    mutating func text(limit: Int) async throws -> String {
        var bytes: [UInt8] = []
        while let part = try await content() {
            bytes.append(contentsOf: part.readableBytesView)
            guard bytes.count <= limit else { throw Refusal(.request(.tooLarge), [.kilobytes: .number(limit / 1_024)]) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(.text(.notUTF8)) }
        return text
    }

    /// Reads the fields before the content, and returns the one that names the part.
    private mutating func disposition() async throws -> String? {
        var (found, left) = (nil as String?, Self.longestHead)
        while true {
            let line = try await line(limit: left)
            left -= line.utf8.count
            let text = line.trimmed
            guard !text.isEmpty else { return found }
            if found == nil, text.lowercased().hasPrefix("content-disposition:") { found = text }
        }
    }

    /// A line, with its end.
    private mutating func line(limit: Int) async throws -> String {
        var searched = 0
        while true {
            if let end = buffer.readableBytesView.prefix(limit).dropFirst(searched).firstIndex(of: Self.lineEnd) {
                return buffer.readString(length: end - buffer.readerIndex + 1) ?? ""
            }
            searched = buffer.readableBytes
            guard searched < limit else { throw end(with: Refusal(.request(.noForm))) }
            try await fill()
        }
    }

    private mutating func take(_ count: Int) async throws -> [UInt8] {
        while buffer.readableBytes < count { try await fill() }
        return buffer.readBytes(length: count) ?? []
    }

    private mutating func fill() async throws {
        do {
            guard var part = try await source.next() else { throw BodyStream.Fault.cut }
            buffer.discardReadBytes()
            buffer.writeBuffer(&part)
        } catch BodyStream.Fault.tooLarge {
            throw end(with: Refusal(.picture(.tooManyFiles), [.limit: .number(UploadPictures.mostFiles)]))
        } catch {
            throw end(with: Refusal(.request(.cut)))
        }
    }

    private mutating func end(with refusal: Refusal) -> Refusal {
        place = .after
        return refusal
    }
}

extension MultipartReading {
    /// The value of a parameter, quoted or not. Browsers write a quotation mark in a name as `%22`, and nothing else
    /// that ends a name, so a quoted value ends at the quotation mark before a semicolon or the end of the line.
    static func parameter(_ name: String, of field: String) -> String? {
        var rest = field.utf8.drop { $0 != Self.semicolon }
        while rest.popFirst() != nil {
            let key = rest.prefix { $0 != Self.semicolon && $0 != UInt8(ascii: "=") }
            rest = rest[key.endIndex...]
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: \.isBlank)
            let value: Substring.UTF8View
            if rest.first == Self.quotationMark {
                rest = rest.dropFirst()
                value = rest[..<Self.endOfQuotation(rest)]
                rest = rest[value.endIndex...].drop { $0 != Self.semicolon }
            } else {
                value = rest.prefix { $0 != Self.semicolon }
                rest = rest[value.endIndex...]
            }
            if String(Substring(key)).trimmed.lowercased() == name { return String(Substring(value)).trimmed }
        }
        return nil
    }

    private static let lineEnd = UInt8(ascii: "\n")
    private static let semicolon = UInt8(ascii: ";")
    private static let quotationMark = UInt8(ascii: "\"")

    private static func endOfQuotation(_ text: Substring.UTF8View) -> Substring.UTF8View.Index {
        text.indices.first { index in
            guard text[index] == quotationMark else { return false }
            let after = text[text.index(after: index)...].first { !$0.isBlank }
            return after == nil || after == semicolon
        } ?? text.endIndex
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

/// The result of a search for a delimiter: its place, or how many bytes come before any part of it.
private enum DelimiterSearch {
    case found(Int)
    case none(safe: Int)
}

extension ByteBufferView {
    fileprivate func search(_ delimiter: [UInt8]) -> DelimiterSearch {
        withUnsafeBytes { bytes -> DelimiterSearch in
            let last = bytes.count - delimiter.count
            guard last >= 0 else { return .none(safe: 0) }
            var place = 0
            while let next = bytes[place...].firstIndex(of: delimiter[0]), next <= last {
                if bytes[next..<(next + delimiter.count)].elementsEqual(delimiter) { return .found(next) }
                place = next + 1
            }
            return .none(safe: last + 1)
        }
    }
}
