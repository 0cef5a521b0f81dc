/// Learns how a response was sent. Called on the connection's thread, so it must not wait.
package protocol ResponseObserver: AnyObject, Sendable {
    func sent(_ sending: Sending)
}

/// A response that was handed to the system.
package struct Sending: Sendable {
    package let isGet: Bool
    package let status: Int
    /// The length of the body; 0 if none was sent.
    package let bytes: Int
    /// From the arrival of the request's head until the response was handed to the system, in nanoseconds.
    package let nanoseconds: Int

    package init(isGet: Bool, status: Int, bytes: Int, nanoseconds: Int) {
        self.isGet = isGet
        self.status = status
        self.bytes = bytes
        self.nanoseconds = nanoseconds
    }
}

/// The parts of a plain request that only a log of requests needs.
package struct RequestDetails: Sendable {
    package let fields: [(name: String, value: String)]
    /// The address of the other end of the connection.
    package let peer: String

    package init(fields: [(name: String, value: String)], peer: String) {
        self.fields = fields
        self.peer = peer
    }

    /// The first value of a field, whose name is in lowercase.
    package func first(_ name: String) -> String? { fields.first { $0.name.lowercased() == name }?.value }
}
