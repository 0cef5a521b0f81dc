import Glibc

/// The limit on open files. Each connection uses one.
enum OpenFiles {
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
