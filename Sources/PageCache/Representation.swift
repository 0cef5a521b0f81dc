package import HTTPTypes
package import NIOCore

/// One representation of a page (RFC 9110, section 3.2): its bytes in a content coding, and its heads, ready
/// to be sent.
package final class Representation: Sendable {
    package let coding: ContentCoding
    /// A strong tag (RFC 9110, section 8.8.3): the digest of the content, and the coding.
    package let eTag: String
    package let fields: HTTPFields
    package let body: ByteBuffer
    /// Status line and fields, without the date and the empty line.
    package let head: ByteBuffer
    package let notModifiedHead: ByteBuffer
    /// A second copy of the body, if it is long and often requested.
    package let file: MemoryFile?

    init(
        _ coding: ContentCoding, _ body: ByteBuffer, digest: String, status: HTTPResponse.Status, fields: HTTPFields
    ) {
        self.coding = coding
        eTag = Self.eTag(digest, coding)
        var fields = fields
        fields[.eTag] = eTag
        if coding != .identity { fields[.contentEncoding] = coding.rawValue }
        self.fields = fields
        self.body = body
        file = nil
        var head = ByteBuffer(string: "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
        var notModifiedHead = ByteBuffer(string: "HTTP/1.1 304 Not Modified\r\n")
        for field in fields {
            let line = "\(field.name.rawName): \(field.value)\r\n"
            head.writeString(line)
            notModifiedHead.writeString(line)
        }
        head.writeString("Content-Length: \(body.readableBytes)\r\n")
        self.head = head
        self.notModifiedHead = notModifiedHead
    }

    /// The same representation with its body in this file, or in none.
    init(_ other: Representation, in file: MemoryFile?) {
        (coding, eTag, fields) = (other.coding, other.eTag, other.fields)
        (body, head, notModifiedHead) = (other.body, other.head, other.notModifiedHead)
        self.file = file
    }

    static func eTag(_ digest: String, _ coding: ContentCoding) -> String {
        coding == .identity ? "\"\(digest)\"" : "\"\(digest)-\(coding.rawValue)\""
    }

    /// Whether a file would help: the body is long and has no file yet.
    package var wantsFile: Bool { file == nil && body.readableBytes >= MemoryFiles.shortest }

    package var bytes: [UInt8] { Array(body.readableBytesView) }

    /// Approximate bytes in memory.
    var cost: Int { body.storageCapacity + (file?.length ?? 0) + 2_048 }
}
