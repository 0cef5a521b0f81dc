import Foundation
import Glibc

/// The service manager that started this process and wants to know its state (`Type=notify` in a unit of
/// systemd).
///
/// The protocol is one datagram of text for each message and is stable (sd_notify(3), "Standalone
/// Implementations"), so it does not need a library.
struct ServiceManager: Sendable {
    enum Message: Sendable {
        /// The server accepts connections, or has reloaded the settings. `status` is a line for
        /// `systemctl status`.
        case ready(status: String)
        case reloading
        case stopping
        /// The process responds (`WatchdogSec=`).
        case alive
    }

    /// The path of a socket. A leading `@` stands for a socket without a file.
    private let path: String
    /// How often the service manager wants to hear `alive`; `nil` if it does not watch. It kills the process
    /// after twice this time.
    let pulse: Duration?

    /// `nil` if no service manager asks for messages.
    init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@"),
            path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path)
        else { return nil }
        self.path = path
        let isForThisProcess = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        let limit = isForThisProcess ? environment["WATCHDOG_USEC"].flatMap(Int64.init) : nil
        pulse = limit.flatMap { $0 > 0 ? max(.milliseconds(50), .microseconds($0 / 2)) : nil }
    }

    /// Sends a message. A service manager that is gone, or takes no messages, is no reason to fail or to wait.
    func tell(_ message: Message) {
        let handle = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard handle >= 0 else { return }
        defer { close(handle) }
        var (address, length) = address
        let text = message.text
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = sendto(
                    handle, text, text.utf8.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT), address, length)
            }
        }
    }

    private var address: (sockaddr_un, socklen_t) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            bytes.copyBytes(from: path.utf8)
            if path.hasPrefix("@") { bytes[0] = 0 }
        }
        let length = MemoryLayout.offset(of: \sockaddr_un.sun_path).map { $0 + path.utf8.count } ?? 0
        return (address, socklen_t(length))
    }
}

extension ServiceManager.Message {
    /// The assignments that stand for it (sd_notify(3), "Well-known assignments").
    fileprivate var text: String {
        switch self {
        case .ready(let status): "READY=1\nSTATUS=\(status)"
        case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds)"
        case .stopping: "STOPPING=1"
        case .alive: "WATCHDOG=1"
        }
    }
}

/// The time of the system's monotonic clock.
private var monotonicMicroseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
}
