import Newsroom

/// A wire's text taken apart as its readers read it: dateline, sections under their crossheads, sign-off.
struct Article {
    private(set) var dateline: Dateline?
    private(set) var credits: [Credit] = []
    /// What stands in brackets at the end and is not understood as credits, a line for each paragraph.
    private(set) var signOff: String?
    /// CommonMark.
    var body: String { blocks.markdown }

    private var blocks: [Block]

    /// - Parameter byline: where the text repeats it, that paragraph goes.
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

    /// Paragraphs in brackets at the end belong to the sign-off; at least one paragraph stays as the story.
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

    /// A gap before capitals makes these a crosshead; any other gap parts two sections.
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
    /// A byline without the "By" before it.
    var withoutBy: String {
        lowercased().hasPrefix("by ") ? String(dropFirst(3)).trimmed : self
    }

    fileprivate var isInBrackets: Bool { hasPrefix("(") && hasSuffix(")") }

    /// Capitals throughout, on a line of its own: up to 80 characters.
    fileprivate var isCrosshead: Bool {
        count <= 80 && contains(where: \.isUppercase) && !contains(where: \.isLowercase) && !isInBrackets
    }
}
