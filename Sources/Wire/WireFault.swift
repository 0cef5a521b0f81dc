package import Newsroom

/// Why a file of a wire, or an item in it, was not taken.
package struct WireFault: Error, Sendable, Hashable {
    /// The file as it was named: its path below the folder that was given.
    package let file: String
    /// From 1; `nil` where the fault lies in no line.
    package let line: Int?
    package let reason: Reason

    package enum Reason: Sendable, Hashable {
        /// What the reading found: a sentence for an operator, with its full stop.
        case unreadable(String)
        /// What a rule of the newsroom refused. Its sentence is a word of the site.
        case refused(Refusal)
    }

    package init(file: String, line: Int? = nil, reason: Reason) {
        self.file = file
        self.line = line
        self.reason = reason
    }
}

/// A fault before it is known in which file it lies.
struct Objection: Error, Hashable {
    let line: Int?
    let reason: WireFault.Reason

    init(line: Int?, _ sentence: String) {
        self.line = line
        reason = .unreadable(sentence)
    }

    init(line: Int?, _ refusal: Refusal) {
        self.line = line
        reason = .refused(refusal)
    }

    func fault(in file: String) -> WireFault { WireFault(file: file, line: line, reason: reason) }
}
