import NIOCore
package import NIOEmbedded

extension EmbeddedChannel {
    /// An open connection without a peer.
    package static func connected() throws -> EmbeddedChannel {
        let connection = EmbeddedChannel()
        try connection.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return connection
    }
}
