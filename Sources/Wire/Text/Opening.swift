import Newsroom

/// Separates a story from what agencies write above it: the head of the item once more, a byline, and a note
/// about the version.
struct Opening {
    private let facts: Article.Facts
    private(set) var blocks: [Block]
    /// The byline that opens the text of an item that has none.
    private(set) var byline: String?
    /// The note about this version, without its parentheses.
    private(set) var note: String?
    /// What was left out, as sentences for operators.
    private(set) var leftOut: [String] = []

    /// Takes the parts out in any order, until none is left.
    init(_ blocks: [Block], _ facts: Article.Facts) {
        self.facts = facts
        self.blocks = Array(blocks.drop { $0 == .gap })
        for _ in 0..<30 {
            guard let first = self.blocks.first, takeBelow() || take(first) else { return }
            self.blocks = Array(self.blocks.drop { $0 == .gap })
        }
    }

    /// Takes out the first block, or puts the blocks of a head in its place. Returns whether it did.
    private mutating func take(_ first: Block) -> Bool {
        if case .head(let inner) = first {
            blocks.removeFirst()
            openHead(inner)
            return true
        }
        if let byline = facts.byline ?? byline {
            guard !isByline(first, byline) else { return drop() }
        } else if let found = first.words.flatMap({ BylineText.opening($0, facts.language) }) {
            byline = found
            return drop()
        }
        if note == nil, let found = first.paragraph.flatMap({ RevisionText.note($0.plain) }) {
            note = found
            return drop()
        }
        let isStandfirst =
            blocks.count > 1 && first.words != nil && first.words?.foldedName == facts.standfirst?.foldedName
        guard isStandfirst || facts.repeated(by: first) else { return false }
        return drop("The text repeats the head of the item, which is left out there.")
    }

    /// The headline or the byline may stand below another heading or a paragraph.
    private mutating func takeBelow() -> Bool {
        let below = blocks.prefix(3).dropFirst().firstIndex { block in
            if case .heading(let text, _) = block { return text.plain.foldedName == facts.headline.foldedName }
            return facts.byline.map { isByline(block, $0) } ?? false
        }
        guard let below else { return false }
        blocks.remove(at: below)
        return true
    }

    private mutating func drop(_ reason: String? = nil) -> Bool {
        blocks.removeFirst()
        if let reason, !leftOut.contains(reason) { leftOut.append(reason) }
        return true
    }

    /// A header with the headline in it says nothing that the item does not say. Any other opens the text.
    private mutating func openHead(_ inner: [Block]) {
        guard inner.contains(where: { $0.words?.foldedName == facts.headline.foldedName }) else {
            blocks = inner + blocks
            return
        }
        let language = facts.language
        if facts.byline == nil {
            byline = inner.lazy.compactMap { $0.words.flatMap { BylineText.opening($0, language) } }.first
        }
        leftOut.append("The text repeats the head of the item, which is left out there.")
    }

    private func isByline(_ block: Block, _ byline: String) -> Bool {
        block.words.map { BylineText.read($0, facts.language)?.foldedName == byline.foldedName } ?? false
    }
}

extension Article.Facts {
    /// Whether a block only repeats facts that the item states, or is a list of metadata.
    fileprivate func repeated(by block: Block) -> Bool {
        let known = Set(([headline] + others).map(\.foldedName))
        if let words = block.words { return known.contains(words.foldedName) || Timestamp.isDateLine(words) }
        if case .list(let items, _) = block {
            let texts = items.map { $0.compactMap(\.words).joined(separator: " ").foldedName }
            if texts.allSatisfy(known.contains) { return true }
        }
        return MetadataList.isMetadata(block, self)
    }
}
