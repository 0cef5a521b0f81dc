/// How many connections may be open at a time, so that file descriptors remain for everything else. Further connections
/// wait until one is closed.
package struct ConnectionLimit: Sendable {
    package let all: Int

    /// `openFiles` is how many files the process may have open, `reserved` how many of them others use.
    package init(openFiles: Int, reserved: Int) { all = max(1, openFiles - max(64 + reserved, openFiles / 8)) }

    /// How many of them streams may keep; the rest is for requests that end.
    package var streams: Int { all * 3 / 4 }
}
