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
    private static let repetition = "The text repeats its headline or other facts of the item. They are left out of it."

    private var isStandfirstTaken = false
    /// The parts that were left out, as sentences for operators.
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
        if takeByline(first) || takeNote(first) { return true }
        let isStandfirst =
            !isStandfirstTaken && blocks.count > 1 && first.words != nil
            && first.words?.foldedName == facts.standfirst?.foldedName
        isStandfirstTaken = isStandfirstTaken || isStandfirst
        guard isStandfirst || isHeadline(first) || facts.repeated(by: first) else { return false }
        return drop(Self.repetition)
    }

    /// A byline may be the first line of a paragraph. One that the item does not state is certain only above a
    /// dateline, or alone.
    private mutating func takeByline(_ first: Block) -> Bool {
        guard let paragraph = first.paragraph, let line = paragraph.lines.first else { return false }
        if let byline = facts.byline {
            guard BylineText.read(line, facts.language)?.foldedName == byline.foldedName else { return false }
        } else {
            guard let found = BylineText.opening(line, facts.language),
                isAlone || isDateline(after: paragraph)
            else {
                return false
            }
            byline = byline.map { $0 + ", " + found } ?? found
        }
        guard paragraph.lines.count > 1 else { return drop() }
        blocks[0] = .paragraph(paragraph.droppingFirstLine)
        return true
    }

    /// Whether nothing follows but other bylines.
    private var isAlone: Bool {
        blocks.dropFirst().allSatisfy { block in
            block == .gap || block.words.map { BylineText.opening($0, facts.language) != nil } == true
        }
    }

    /// Whether a dateline follows the first line, possibly after other bylines and notes.
    private func isDateline(after paragraph: InlineText) -> Bool {
        if facts.hasDateline { return true }
        let rest = paragraph.lines.dropFirst() + blocks.dropFirst().prefix(5).compactMap { $0.paragraph?.plain }
        return rest.contains { DatelineText(opening: $0, agencies: facts.agencies) != nil }
    }

    /// Several notes become one.
    private mutating func takeNote(_ first: Block) -> Bool {
        guard let paragraph = first.paragraph, blocks.count > 1,
            let found = RevisionText.note(
                paragraph.plain, isExpected: facts.isMarked || isDateline(after: InlineText()))
        else { return false }
        note = note.map { $0 + " " + found } ?? found
        return drop()
    }

    /// Takes out the headline with the short lines and lists above it, or a byline below another line.
    private mutating func takeBelow() -> Bool {
        if let headline = blocks.prefix(8).firstIndex(where: isHeadline), headline > 0,
            blocks[..<headline].allSatisfy(\.isHeadMatter)
        {
            blocks.removeFirst(headline)
            return true
        }
        let byline = blocks.prefix(3).dropFirst().firstIndex { block in
            facts.byline.map { isByline(block, $0) } ?? false
        }
        guard let byline else { return false }
        blocks.remove(at: byline)
        return true
    }

    /// Some agencies end a headline in the text with an equals sign.
    private func isHeadline(_ block: Block) -> Bool {
        guard let words = block.words, !facts.headline.isEmpty else { return false }
        let line = words.hasSuffix("=") ? String(words.dropLast()).trimmed : words
        return line.foldedName == facts.headline.foldedName
            || facts.others.contains {
                $0.foldedName == line.foldedName && $0.foldedName.hasSuffix(facts.headline.foldedName)
            }
    }

    private mutating func drop(_ reason: String? = nil) -> Bool {
        blocks.removeFirst()
        if let reason, !leftOut.contains(reason) { leftOut.append(reason) }
        return true
    }

    /// A header that contains the headline only repeats the item, so it is dropped. Any other header is the start of
    /// the text.
    private mutating func openHead(_ inner: [Block]) {
        guard inner.contains(where: isHeadline) else {
            blocks = inner + blocks
            return
        }
        let language = facts.language
        if facts.byline == nil {
            byline = inner.lazy.compactMap { $0.words.flatMap { BylineText.opening($0, language) } }.first
        }
        leftOut.append(Self.repetition)
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

extension Block {
    /// Whether it can stand above a headline: a list, a table, a heading, or a short line that is no sentence.
    fileprivate var isHeadMatter: Bool {
        switch self {
        case .list, .table, .heading, .gap, .rule: true
        case .paragraph(let text): text.plain.count <= 120 && !".!?”»".contains(text.plain.last ?? " ")
        case .quotation, .columns, .head: false
        }
    }
}
