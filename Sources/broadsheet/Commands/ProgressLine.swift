import Foundation

/// A progress line on standard error. Prints nothing if standard error is not a terminal.
struct ProgressLine: Sendable {
    private let label: String
    private let isWatched = isatty(STDERR_FILENO) == 1

    init(_ label: String) { self.label = label }

    func show(_ done: Int, of all: Int) {
        guard isWatched, all > 0 else { return }
        let filled = 30 * done / all
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        write("\r\(label) \(bar) \(done) of \(all)")
    }

    /// Shows progress as text, for work of unknown size.
    func show(_ text: String) {
        if isWatched { write("\r\u{1B}[K\(label) \(text)") }
    }

    func end() {
        if isWatched { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
