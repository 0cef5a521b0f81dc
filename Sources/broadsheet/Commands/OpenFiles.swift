import Glibc

/// The limit on open files: each connection takes one.
enum OpenFiles {
    /// Takes as many as the system allows this process (getrlimit(2), RLIMIT_NOFILE).
    static func allowAll() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
