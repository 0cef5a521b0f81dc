import Markup
import Newsroom

/// The changes from one text to another: first by paragraph, then by word inside rewritten paragraphs.
///
/// The work is bounded: the comparison takes at most a few million steps, however long or different the texts
/// are. Changes beyond that are shown as whole paragraphs removed and added.
struct Comparison: Hashable {
    enum Change: Hashable {
        case same(String)
        case removed(String)
        case added(String)
        case rewritten([Piece])
    }

    /// A run of words inside a rewritten paragraph.
    enum Piece: Hashable {
        case same(String)
        case removed(String)
        case added(String)

        var text: String {
            switch self {
            case .same(let text), .removed(let text), .added(let text): text
            }
        }
    }

    let changes: [Change]

    var isEmpty: Bool {
        changes.allSatisfy { change in
            if case .same = change { true } else { false }
        }
    }

    init(from older: [String], to newer: [String]) {
        var budget = 4_000_000
        var changes: [Change] = []
        var (row, column) = (0, 0)
        for pair in Alignment.equal(older, newer, budget: &budget) + [.init(older: older.count, newer: newer.count)] {
            let gap = Gap(older: older[row..<pair.older], newer: newer[column..<pair.newer])
            changes += gap.changes(budget: &budget)
            if pair.older < older.count { changes.append(.same(older[pair.older])) }
            (row, column) = (pair.older + 1, pair.newer + 1)
        }
        self.changes = changes
    }

    /// Compares headline, standfirst, byline and the paragraphs of the text, without markup, as readers see
    /// them. So a mark that an agency corrects is no change, and only pictures that readers see have captions.
    init(
        from older: Version, to newer: Version, in languageMarkup: LanguageMarkup,
        showing isShown: @escaping (_ picture: Int64) -> Bool = { _ in false }
    ) {
        let texts = [older, newer].map { $0.paragraphs(in: languageMarkup, showing: isShown) }
        self.init(from: texts[0], to: texts[1])
    }
}

extension Version {
    fileprivate func paragraphs(
        in languageMarkup: LanguageMarkup, showing isShown: @escaping (Int64) -> Bool
    ) -> [String] {
        let text = Markdown(body.sent).plainText(languageMarkup.typography, showing: isShown)
        return [headline, standfirst, byline].compactMap { $0.map(languageMarkup.typeset) }
            + text.split(separator: "\n").map(String.init)
    }
}
