import Darkroom
import HTTPTypes
import NIOCore
import Newsroom
import Operations

/// The files of an upload, one at a time, while they arrive.
struct UploadedFiles {
    /// Fields before the files, in bytes.
    private static let longestField = 4 << 10
    /// Fields that are no files.
    private static let mostFields = 8

    private let exchange: Exchange
    private var form: MultipartReading
    private var read: [(name: String, value: String)] = []

    /// The fields before the file.
    var fields: Form { Form(fields: read) }

    init(_ exchange: Exchange) throws {
        guard let upload = exchange.upload else { throw Refusal(.request(.noForm)) }
        self.exchange = exchange
        form = try MultipartReading(upload, type: exchange.head.headerFields[.contentType])
    }

    /// The name of the next file, whose content may be left out; `nil` after the last. A file without a name is a field
    /// in which nobody chose a file.
    mutating func next() async throws -> String? {
        while let part = try await form.next() {
            guard let name = part.fileName else {
                guard read.count < Self.mostFields else { throw Refusal(.request(.tooManyFields)) }
                read.append((part.name, try await form.text(limit: Self.longestField)))
                continue
            }
            if !name.isEmpty { return name.fileLabel }
        }
        return nil
    }

    /// Receives the file on disk.
    mutating func receive() async throws -> ReceivedFile {
        let file = try exchange.site.newspaper.receivePicture(as: exchange.actor)
        while let part = try await form.content() { try file.append(Array(part.readableBytesView)) }
        return file
    }
}

extension String {
    /// A name from another machine, as one short line.
    fileprivate var fileLabel: String {
        let line = replacing("%22", with: "\"").inOneLine
        return String(line.unicodeScalars.filter { !$0.reordersText }.prefix(120).map(Character.init))
    }
}
