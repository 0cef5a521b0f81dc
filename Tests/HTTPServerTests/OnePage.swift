import Foundation
import HTTPTypes
import NIOCore

@testable import HTTPServer

/// An application with one ready page, `/kept`. It responds to everything else with 404.
final class OnePage: Application {
    private let body: ByteBuffer
    private let file: ResponseFile?

    /// A body of 64 KB or more is in a file too.
    init(_ body: [UInt8]) throws {
        self.body = ByteBuffer(bytes: body)
        file = body.count < 64 << 10 ? nil : try OpenFile(body).responseFile
    }

    func readyResponse(to request: PlainRequest) -> ReadyResponse? {
        guard request.target == "/kept" else { return nil }
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.readableBytes)\r\n"
        return ReadyResponse(head: ByteBuffer(string: head), body: body, file: file)
    }

    func traits(of head: HTTPRequest) -> RequestTraits {
        RequestTraits(bodyLimit: head.path == "/form" ? 4 << 20 : 0)
    }

    func respond(to request: Request) async -> Response {
        Response(request.head.path == "/kept" ? .ok : .notFound, content: body, isShared: false)
    }

    func responseOverBudget(to request: Request) -> Response { Response(.serviceUnavailable) }
}

/// A file that is closed when the last reference to it is released.
private final class OpenFile: Sendable {
    private let descriptor: CInt
    private let length: Int

    init(_ bytes: [UInt8]) throws {
        let file = URL.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        descriptor = open(file.path, O_RDONLY)
        length = bytes.count
        try FileManager.default.removeItem(at: file)
    }

    var responseFile: ResponseFile { ResponseFile(descriptor: descriptor, length: length, owner: self) }

    deinit { close(descriptor) }
}
