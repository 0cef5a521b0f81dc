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

    /// No browser sends a longer head, in bytes.
    private static let longestHead = 8 << 10

    private enum Place { case inside, between, after }

    private var source: BodyStream.AsyncIterator
    private let delimiter: [UInt8]
    /// What has arrived and is not read. A line end before it makes the first boundary like the others.
    private var buffer = ByteBuffer(string: "\r\n")
    private var place = Place.inside

    /// Refuses a body of another type with `invalid`.
    init(_ body: BodyStream, type: String?) throws(Refusal) {
        guard let type, type.prefix(while: { $0 != ";" }).lowercased().trimmed == "multipart/form-data",
            let boundary = Self.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count)
        else { throw Refusal(.request(.noForm)) }
        source = body.makeAsyncIterator()
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Goes on to the next part, over what is left of this one; `nil` after the last. Refuses a body that ends early or
    /// is no form with `invalid`, and one over the limit with `tooLarge`.
    mutating func next() async throws -> Head? {
        while place == .inside { _ = try await content() }
        guard place == .between else { return nil }
        guard try await take(2) != Array("--".utf8) else {
            place = .after
            return nil
        }
        // The two bytes were a line end.
        place = .inside
        var lines: [String] = []
        while let line = try await line(), !line.isEmpty { lines.append(line) }
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: disposition)
        else { throw Refusal(.request(.noForm)) }
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

    private mutating func line() async throws -> String? {
        while true {
            if let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                let length = end - buffer.readerIndex
                let line = buffer.readString(length: length) ?? ""
                buffer.moveReaderIndex(forwardBy: 1)
                return line.trimmed
            }
            guard buffer.readableBytes <= Self.longestHead else { throw Refusal(.request(.noForm)) }
            try await fill()
        }
    }

    private mutating func take(_ count: Int) async throws -> [UInt8] {
        while buffer.readableBytes < count { try await fill() }
        return buffer.readBytes(length: count) ?? []
    }

    private mutating func fill() async throws {
        do {
            guard var part = try await source.next() else { throw Refusal(.request(.cut)) }
            buffer.discardReadBytes()
            buffer.writeBuffer(&part)
        } catch BodyStream.Fault.cut {
            throw Refusal(.request(.cut))
        } catch BodyStream.Fault.tooLarge {
            throw Refusal(.picture(.tooManyFiles), [.limit: .number(UploadPictures.mostFiles)])
        }
    }

    /// The value of a parameter, quoted or not. Browsers write a quotation mark in a name as `%22`.
    private static func parameter(_ name: String, of field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            let value = String(pair[1]).trimmed
            let isQuoted = value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
            return isQuoted ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }
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
