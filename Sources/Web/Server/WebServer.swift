package import Hummingbird
import HummingbirdCore
import HTTPTypes
package import Logging
import NIOCore

/// The site on a port: HTTP/1.1, with a limit on every way in which a client can keep us waiting.
package enum WebServer {
    /// How long what another process wrote may go unnoticed.
    package static let noticingInterval = Duration.milliseconds(20)

    /// Builds the server. `whenServing` is called with the port once it takes connections. A SIGTERM lets requests in flight end.
    package static func application(
        for site: Site, host: String, port: Int, logger: Logger, whenServing: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let pages = ReadyPages(
            store: site.press.store, clock: site.clock,
            cookieNames: [Cookie.session, .writer].map { $0.name(isSecure: site.isSecure) })
        let date = DateLine(clock: site.clock)
        let time = TimeAmount.seconds(Int64(site.settings.requestSeconds))
        return Application(
            responder: CallbackResponder<Connection> { request, connection in
                await respond(to: request, on: connection, site: site)
            },
            server: HTTPServerBuilder { responder in
                FrontChannel(
                    responder: responder, pages: pages, streams: StreamDoor(site: site), date: date, time: time)
            },
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: 4_096),
            services: [TickerService(site: site)],
            onServerRunning: { channel in await whenServing(channel.localAddress?.port ?? port) },
            logger: logger)
    }

    private static func respond(to request: Request, on connection: Connection, site: Site) async -> Response {
        let answer = await site.answer(
            Incoming(head: request.head, peer: connection.peer) { limit in
                try await bytes(of: request.body, limit: limit)
            })
        return Response(
            status: answer.status, headers: answer.fields,
            body: body(of: answer, isHead: request.method == .head))
    }

    private static func body(of answer: Answer, isHead: Bool) -> ResponseBody {
        isHead || answer.content.readableBytes == 0 ? .init() : .init(byteBuffer: answer.content)
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
