/// A decision that the import made about an item instead of refusing it, such as the zone of a date or the
/// replacement of a forbidden character.
package struct Assumption: Sendable, Hashable {
    /// The path of the file below the folder that was imported.
    package let file: String
    /// The line, counted from 1. `nil` if the assumption belongs to no line.
    package let line: Int?
    /// A sentence for operators, with its period.
    package let sentence: String

    package init(file: String, line: Int? = nil, sentence: String) {
        self.file = file
        self.line = line
        self.sentence = sentence
    }
}

/// An assumption whose file is not known yet.
struct Remark: Hashable {
    let line: Int?
    let sentence: String

    init(line: Int?, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }

    func assumption(in file: String) -> Assumption { Assumption(file: file, line: line, sentence: sentence) }
}
