import HTTPTypes
import NIOCore

/// One form of a page (RFC 9110, section 3.2): its bytes in a content coding, and its heads as they go to the connection.
final class Representation: Sendable {
    let coding: ContentCoding
    let digest: String
    /// Strong (RFC 9110, section 8.8.3): made from the content and the coding.
    let eTag: String
    let fields: HTTPFields
    let body: ByteBuffer
    /// Status line and fields, without the date and the empty line.
    let head: ByteBuffer
    let notModifiedHead: ByteBuffer
    /// Where the body also lies, if it is long and many have asked for it.
    let file: PageFile?

    init(
        _ coding: ContentCoding, _ body: ByteBuffer, digest: String, status: HTTPResponse.Status, fields: HTTPFields
    ) {
        self.coding = coding
        self.digest = digest
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
            head.writeField(field.name.rawName, field.value)
            notModifiedHead.writeField(field.name.rawName, field.value)
        }
        head.writeField("Content-Length", String(body.readableBytes))
        self.head = head
        self.notModifiedHead = notModifiedHead
    }

    /// The same with its body in a file, or in none.
    init(_ other: Representation, in file: PageFile?) {
        (coding, digest, eTag, fields) = (other.coding, other.digest, other.eTag, other.fields)
        (body, head, notModifiedHead) = (other.body, other.head, other.notModifiedHead)
        self.file = file
    }

    static func eTag(_ digest: String, _ coding: ContentCoding) -> String {
        coding == .identity ? "\"\(digest)\"" : "\"\(digest)-\(coding.rawValue)\""
    }

    /// Whether it is long and lies in no file.
    var isToBeLaid: Bool { file == nil && body.readableBytes >= PageFiles.shortest }

    var bytes: [UInt8] { Array(body.readableBytesView) }

    /// Bytes in memory, about.
    var cost: Int { body.storageCapacity + (file?.length ?? 0) + 2_048 }
}
