package import Hummingbird
import HTTPTypes
package import Logging
import NIOCore

/// The site on a port: HTTP/1.1 by Hummingbird, with a limit on every way in which a client can keep us waiting.
package enum WebServer {
    /// Builds the server. `whenServing` is called with the port once it takes connections. A SIGTERM lets requests in flight end.
    package static func application(
        for site: Site, host: String, port: Int, logger: Logger, whenServing: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let seconds = site.settings.requestSeconds
        return Application(
            responder: CallbackResponder<Connection> { request, connection in
                await respond(to: request, on: connection, site: site)
            },
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RequestDeadline(.seconds(Int64(seconds)))],
                    idleTimeout: .seconds(Int64(seconds * 3)))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: 1_024),
            onServerRunning: { channel in await whenServing(channel.localAddress?.port ?? port) },
            logger: logger)
    }

    private static func respond(to request: Request, on connection: Connection, site: Site) async -> Response {
        let answer = await site.answer(
            Incoming(head: request.head, peer: connection.peer) { limit in
                try await bytes(of: request.body, limit: limit)
            })
        let isHead = request.method == .head
        var fields = answer.fields
        fields[.contentLength] = answer.status == .notModified ? nil : String(answer.body.count)
        return Response(
            status: answer.status, headers: fields,
            body: isHead || answer.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    private static func bytes(of body: RequestBody, limit: Int) async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= limit else { return nil }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}

/// The connection that a request came over.
private struct Connection: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
