import Glibc

/// The limit on open files: each connection takes one.
enum OpenFiles {
    /// Takes as many as the system allows this process (getrlimit(2), RLIMIT_NOFILE); says how many, or `nil` where the system does not.
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
