import NIOCore
import NIOEmbedded

extension EmbeddedChannel {
    /// A connection that stands, to nobody.
    static func connected() throws -> EmbeddedChannel {
        let connection = EmbeddedChannel()
        try connection.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return connection
    }
}
