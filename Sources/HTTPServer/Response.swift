package import HTTPTypes
package import NIOCore

/// The response to a request: status, fields and content.
package struct Response: Sendable {
    package var status: HTTPResponse.Status
    package var fields: HTTPFields
    package var content: ByteBuffer
    /// Whether a cache also holds the content, so that the response takes no extra memory.
    package var isShared: Bool
    /// Takes over the connection after the head, until either side closes it.
    package var stream: Stream?
    /// Learns how the response was sent.
    package var observer: (any ResponseObserver)?

    package typealias Stream = @Sendable (StreamConnection) async throws -> Void

    package init(
        _ status: HTTPResponse.Status, fields: HTTPFields = [:], content: ByteBuffer = ByteBuffer(),
        isShared: Bool = false, stream: Stream? = nil
    ) {
        self.status = status
        self.fields = fields
        self.content = content
        self.isShared = isShared
        self.stream = stream
    }

    package var body: [UInt8] { Array(content.readableBytesView) }
}

/// A response whose bytes are ready. The server adds the date and the empty line.
package struct ReadyResponse: Sendable {
    package let isGet: Bool
    package let status: Int
    package let head: ByteBuffer
    /// Further field lines, which change more often than the head.
    package let fieldLines: ByteBuffer?
    package let body: ByteBuffer?
    /// The same body in a file, if there is one from which the system can send it.
    package let file: ResponseFile?
    package let observer: (any ResponseObserver)?

    package init(
        isGet: Bool = true, status: Int = 200, head: ByteBuffer, fieldLines: ByteBuffer? = nil,
        body: ByteBuffer? = nil, file: ResponseFile? = nil, observer: (any ResponseObserver)? = nil
    ) {
        self.isGet = isGet
        self.status = status
        self.head = head
        self.fieldLines = fieldLines
        self.body = body
        self.file = file
        self.observer = observer
    }
}

/// An open file with the body of a response. `owner` keeps it open.
package struct ResponseFile: Sendable {
    package let descriptor: CInt
    package let length: Int
    package let owner: any AnyObject & Sendable

    package init(descriptor: CInt, length: Int, owner: any AnyObject & Sendable) {
        self.descriptor = descriptor
        self.length = length
        self.owner = owner
    }
}
