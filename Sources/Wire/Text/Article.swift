import Newsroom

/// An agency's text in its parts: dateline, sections with their crossheads, and sign-off.
struct Article {
    private(set) var dateline: Dateline?
    private(set) var credits: [Credit] = []
    /// The text in parentheses at the end that cannot be read as credits, one line per paragraph.
    private(set) var signOff: String?
    /// The body as CommonMark.
    var body: String { blocks.markdown }

    private var blocks: [Block]

    /// - Parameter byline: a paragraph near the beginning that repeats it is dropped.
    init(_ blocks: [Block], byline: String?) {
        self.blocks = blocks
        dropEmptyEnds()
        dropByline(byline)
        takeSignOff()
        dropEmptyEnds()
        takeDateline()
        setSections()
    }

    private mutating func dropEmptyEnds() {
        blocks = Array(blocks.drop { $0 == .gap })
        while blocks.last == .gap { blocks.removeLast() }
    }

    private mutating func dropByline(_ byline: String?) {
        guard let byline else { return }
        let repeated = blocks.prefix(3).firstIndex { block in
            block.paragraph.map { $0.plain.withoutBy.foldedName == byline.foldedName } ?? false
        }
        if let repeated { blocks.remove(at: repeated) }
        dropEmptyEnds()
    }

    /// Moves paragraphs in parentheses at the end into the sign-off. At least one paragraph stays in the
    /// story.
    private mutating func takeSignOff() {
        var lastFirst: [String] = []
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
        signOff = unread.isEmpty ? nil : unread.joined(separator: "\n")
    }

    private mutating func takeDateline() {
        guard let first = blocks.first?.paragraph, let found = DatelineText(opening: first.plain) else { return }
        dateline = found.dateline
        blocks[0] = .paragraph(first.dropping(found.length))
    }

    /// Turns a paragraph in capitals after a gap into a crosshead. Any other gap becomes a rule, unless a
    /// heading follows.
    private mutating func setSections() {
        var sections: [Block] = []
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
        blocks = sections
    }
}

extension String {
    /// The byline without its leading "By".
    var withoutBy: String {
        lowercased().hasPrefix("by ") ? String(dropFirst(3)).trimmed : self
    }

    fileprivate var isInBrackets: Bool { hasPrefix("(") && hasSuffix(")") }

    /// Whether the text is all capitals, at most 80 characters long and without parentheses around it.
    fileprivate var isCrosshead: Bool {
        count <= 80 && contains(where: \.isUppercase) && !contains(where: \.isLowercase) && !isInBrackets
    }
}
