import Glibc

/// The limit on open files. Each connection uses one.
enum OpenFiles {
    /// Opens the null device for each of the standard streams that is closed. Otherwise the next file that the program
    /// opens would take its place, and get what is meant for the terminal.
    static func openStandardStreams() {
        for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) == -1 { _ = open("/dev/null", O_RDWR) }
    }

    /// Raises the limit to the maximum that the system allows this process (getrlimit(2), RLIMIT_NOFILE).
    /// Returns the limit, or `nil` if the system does not report one.
    static func allowAll() -> Int? {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return nil }
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
        guard getrlimit(resource, &limit) == 0 else { return nil }
        return Int(clamping: limit.rlim_cur)
    }
}
