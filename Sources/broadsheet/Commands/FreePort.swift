import Foundation
import Newsroom

/// Chooses a free port for `--port 0`.
enum FreePort {
    static func find(host: String) throws -> Int {
        let isSix = host.contains(":")
        let listener = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        let port = isSix ? bound(listener, sockaddr_in6()) : bound(listener, sockaddr_in())
        guard let port else { throw CommandFault.noFreePort }
        return port
    }

    /// Binds to port 0 of the wildcard address, for which the kernel chooses a free port, and reads that
    /// port.
    private static func bound<Address: SocketAddress>(_ listener: Int32, _ any: Address) -> Int? {
        var address = any
        address.family = Address.familyNumber
        var length = socklen_t(MemoryLayout<Address>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.port)) : nil
    }
}

private protocol SocketAddress {
    static var familyNumber: sa_family_t { get }
    var family: sa_family_t { get set }
    var port: in_port_t { get }
}

extension sockaddr_in: SocketAddress {
    static var familyNumber: sa_family_t { sa_family_t(AF_INET) }
    var family: sa_family_t {
        get { sin_family }
        set { sin_family = newValue }
    }
    var port: in_port_t { sin_port }
}

extension sockaddr_in6: SocketAddress {
    static var familyNumber: sa_family_t { sa_family_t(AF_INET6) }
    var family: sa_family_t {
        get { sin6_family }
        set { sin6_family = newValue }
    }
    var port: in_port_t { sin6_port }
}
