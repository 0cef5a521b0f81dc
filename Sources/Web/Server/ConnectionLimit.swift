/// How many connections may be open at a time, so that files are left for everything else: the next ones wait until one is closed.
package struct ConnectionLimit: Sendable {
    package let all: Int

    /// `openFiles` is how many the process may have open.
    package init(openFiles: Int) { all = max(1, openFiles - max(Self.kept, openFiles / 8)) }

    /// For the database, its replicas, pictures, children, and pages that lie in files.
    private static let kept = 64 + PageFiles.most

    /// Of these, how many may listen: what they leave is for those who read and write.
    package var listeners: Int { all * 3 / 4 }
}
