/// How many connections may be open at a time, so that file descriptors remain for everything else. Further
/// connections wait until one closes.
package struct ConnectionLimit: Sendable {
    package let all: Int

    /// `openFiles` is how many files the process may have open, `reserved` how many of them are needed
    /// elsewhere.
    package init(openFiles: Int, reserved: Int) { all = max(1, openFiles - max(64 + reserved, openFiles / 8)) }

    /// How many of the connections may be streams. The rest are for requests that end.
    package var streams: Int { all * 3 / 4 }
}
