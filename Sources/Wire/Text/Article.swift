import Newsroom

/// An agency's text in its parts: what the agency says about the version, dateline, sections with their
/// crossheads, and sign-off.
struct Article {
    /// The facts that the item states outside of its text, and that the text may repeat.
    struct Facts {
        var headline = ""
        var byline: String?
        var language: Language?
        /// Names by which the item's agency may sign a dateline.
        var agencies: [String] = []
        var standfirst: String?
        /// Whether the headline has a mark such as `CORRECTED-`.
        var isMarked = false
        /// Whether the item states its dateline in a field.
        var hasDateline: Bool { !fieldDatelines.isEmpty }
        /// The datelines in the item's fields, which the text may repeat.
        var fieldDatelines: [String] = []
        /// Other values that the text may repeat: further headlines, subjects, places.
        var others: [String] = []
        /// The text that the markup of the body calls a dateline.
        var markedDateline: String?
        /// The sign-off that stands apart from the text.
        var tagline: String?
    }

    private(set) var dateline: Dateline?
    /// The byline that opens the text of an item that has none.
    let byline: String?
    /// The note about this version, without its parentheses.
    let note: String?
    private(set) var credits: [Credit] = []
    /// The text in parentheses at the end that cannot be read as credits, one line per paragraph.
    private(set) var signOff: String?
    /// The parts that were left out of the text because the item states it elsewhere, as sentences for operators.
    let leftOut: [String]
    /// The body as CommonMark with tables.
    var body: String { blocks.markdown }

    private var blocks: [Block]

    init(_ blocks: [Block], _ facts: Facts) {
        let opening = Opening(blocks, facts)
        self.blocks = opening.blocks
        (byline, note, leftOut) = (opening.byline, opening.note, opening.leftOut)
        dropEmptyEnds()
        takeSignOff(facts.tagline)
        dropEmptyEnds()
        takeDateline(facts)
        setSections()
    }

    private mutating func dropEmptyEnds() {
        blocks = Array(blocks.drop { $0 == .gap || $0 == .rule })
        while blocks.last == .gap || blocks.last == .rule { blocks.removeLast() }
    }

    /// Moves paragraphs in parentheses at the end into the sign-off. At least one paragraph stays in the
    /// story.
    private mutating func takeSignOff(_ tagline: String?) {
        var lastFirst = [tagline].compactMap(\.self)
        while let text = blocks.last?.paragraph?.plain, text.isInBrackets,
            blocks.dropLast().contains(where: { $0 != .gap })
        {
            lastFirst.append(text)
            blocks.removeLast()
            while blocks.last == .gap { blocks.removeLast() }
        }
        var unread: [String] = []
        for line in lastFirst.reversed() {
            if let read = SignOff.parse(line) { credits += read } else { unread.append(line) }
        }
        if credits.isEmpty, unread.isEmpty { takeClosingCredits() }
        signOff = unread.isEmpty ? nil : unread.joined(separator: "\n")
    }

    /// Moves credits in parentheses from the end of the last paragraph into the sign-off.
    private mutating func takeClosingCredits() {
        guard let last = blocks.last?.paragraph, last.plain.hasSuffix(")"), let open = last.plain.lastIndex(of: "("),
            let read = SignOff.parse(String(last.plain[open...])), open > last.plain.startIndex
        else { return }
        credits = read
        blocks[blocks.count - 1] = .paragraph(last.droppingLast(last.plain[open...].count))
    }

    private mutating func takeDateline(_ facts: Facts) {
        guard let first = blocks.first?.paragraph,
            let found = DatelineText(opening: first.plain, agencies: facts.agencies)
                ?? facts.markedDateline.flatMap({ DatelineText(marked: $0, opening: first.plain) })
                ?? facts.fieldDatelines.lazy.compactMap({ DatelineText(repeating: $0, opening: first.plain) }).first
        else { return }
        dateline = found.dateline
        let rest = first.dropping(found.length)
        if rest.isEmpty { blocks.removeFirst() } else { blocks[0] = .paragraph(rest) }
        dropEmptyEnds()
    }

    /// Turns a paragraph in capitals after a gap into a crosshead. Any other gap becomes a rule, unless a
    /// heading follows.
    private mutating func setSections() {
        var sections: [Block] = []
        let blocks = blocks.map { $0.paragraph?.isRule == true ? .rule : $0 }
        for (index, block) in blocks.enumerated() where block != .gap {
            if index > 0, blocks[index - 1] == .gap {
                if let text = block.paragraph, text.plain.isCrosshead, index + 1 < blocks.count {
                    sections.append(.heading(text, level: 2))
                    continue
                }
                if case .heading = block {} else { sections.append(.rule) }
            }
            sections.append(block)
        }
        self.blocks = sections
    }
}

extension String {
    fileprivate var isInBrackets: Bool { hasPrefix("(") && hasSuffix(")") }

    /// Whether the text is all capitals, at most 80 characters long and without parentheses around it.
    fileprivate var isCrosshead: Bool {
        count <= 80 && contains(where: \.isUppercase) && !contains(where: \.isLowercase) && !isInBrackets
    }
}
