/// Why a file of a wire, or an item in it, was not taken.
package struct WireFault: Error, Sendable, Hashable {
    /// The file as it was named: its path below the folder that was given.
    package let file: String
    /// From 1; `nil` where the fault lies in no line.
    package let line: Int?
    /// A sentence for an operator, with its full stop.
    package let reason: String

    package init(file: String, line: Int? = nil, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }
}

/// A fault before it is known in which file it lies.
struct Objection: Error, Hashable {
    let line: Int?
    let reason: String

    init(line: Int?, _ reason: String) {
        self.line = line
        self.reason = reason
    }

    func fault(in file: String) -> WireFault { WireFault(file: file, line: line, reason: reason) }
}
