import Newsroom

/// A parameter that a row reads from the query. Actions never see other parameters.
package enum Parameter: String, Sendable {
    /// In which order threads are read.
    case order
    /// Where a page of a list begins; for a listener, the last change that it knows.
    case after
    /// With which version another is compared.
    case since
    /// Where a page of the log ends.
    case before
    /// Where to go after signing in.
    case next

    /// The one way in which a value is written in the address of a kept page; `nil` for what says the same as nothing.
    func canonical(_ value: String) -> String? {
        switch self {
        case .order: value == ThreadOrder.oldest.rawValue ? nil : value
        case .after: PageKey(value)?.description ?? value
        case .since, .before, .next: value
        }
    }
}

extension Form {
    /// No value that a page of ours names is longer. A longer one says nothing, so that comparing it costs nothing.
    private static let longestValue = 1_000

    /// These parameters alone.
    func only(_ parameters: [Parameter]) -> Form {
        Form(
            fields: parameters.compactMap { name in
                self[name.rawValue].map { (name.rawValue, $0.utf8.count <= Self.longestValue ? $0 : "") }
            })
    }
}
