package import Newsroom

/// The reason why a file from an agency, or an item in it, was refused.
package struct WireFault: Error, Sendable, Hashable {
    /// The path of the file below the folder that was imported.
    package let file: String
    /// The line, counted from 1. `nil` if the fault belongs to no line.
    package let line: Int?
    package let reason: Reason

    package enum Reason: Sendable, Hashable {
        /// A fault in the file: a sentence for operators, with its period.
        case unreadable(String)
        /// A rule of the newsroom refused the item. The site's words supply the sentence.
        case refused(Refusal)
    }

    package init(file: String, line: Int? = nil, reason: Reason) {
        self.file = file
        self.line = line
        self.reason = reason
    }
}

/// A fault whose file is not known yet.
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
