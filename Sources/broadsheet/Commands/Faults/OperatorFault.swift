/// A fault that an operator must fix, with its sentence.
///
/// Only an operator reads its message, on a terminal or in a log. The message names options, files and other
/// programs, so it is kept here and not among the words of the site.
protocol OperatorFault: Error, CustomStringConvertible {
    /// Whether the command would fail again in the same way until somebody changes something.
    var isLasting: Bool { get }
}
