/// Reads the markup of a body, HTML or NITF, into blocks. Of an unknown element, only the text is used.
struct BodyReader {
    private(set) var blocks: [Block] = []
    /// The text that the markup calls a dateline.
    private(set) var dateline: String?
    private var line = InlineText()

    /// Reads the content of an element.
    init(_ element: XMLElement, style: InlineText.Style = .plain) {
        readChildren(of: element, ReadingContext(style: style))
        endLine()
    }

    static func blocks(in element: XMLElement, _ style: InlineText.Style = .plain) -> [Block] {
        BodyReader(element, style: style).blocks
    }

    private mutating func readChildren(of element: XMLElement, _ context: ReadingContext) {
        for child in element.children {
            switch child {
            case .text(let text): context.keepsLines ? addLines(text, context.style) : line.add(text, context.style)
            case .element(let element): read(element, context)
            }
        }
    }

    private mutating func read(_ element: XMLElement, _ context: ReadingContext) {
        guard !element.isInvisible else { return }
        switch Tag(element.name) {
        case .hidden: break
        case .figure: if element.holdsOnlyPicture { endLine() } else { readGroup(element, context) }
        case .paragraph: readParagraph(element, context)
        case .group: readGroup(element, context)
        case .head: readHead(element, context)
        case .section: readSection(element, context)
        case .heading(let level): addHeading(Self.blocks(in: element), level: level)
        case .list(let isOrdered): add(ListReading.blocks(of: element, isOrdered: isOrdered))
        case .definitions: add(ListReading.definitions(in: element))
        case .quotation: addQuotation(Self.blocks(in: element).filter { $0 != .gap })
        case .rule: add([.rule])
        case .lineBreak: line.endsInBreak ? endLine() : line.addBreak()
        case .preformatted: readPreformatted(element, context)
        case .table: readTable(element, context)
        case .superscript: line.add(ScriptText.superscript(element.text.collapsed, after: line.last), context.style)
        case .subscript: line.add(ScriptText.subscript(element.text.collapsed), context.style)
        case .fraction: addFraction(element, context.style)
        case .quote: readQuote(element, context)
        case .inline:
            if line.isEmpty, element["class"]?.lowercased().contains("dateline") == true {
                dateline = dateline ?? element.words
            }
            readChildren(of: element, context.inside(element))
        }
    }

    private mutating func add(_ more: [Block]) {
        endLine()
        blocks += more
    }

    private mutating func endLine() {
        if !line.isEmpty { blocks.append(.paragraph(line)) }
        line = InlineText()
    }
}

// MARK: - Paragraphs and sections

extension BodyReader {
    private mutating func readParagraph(_ element: XMLElement, _ context: ReadingContext) {
        if element.elements.isEmpty, let lines = Columns.lines(of: element.text, apart: 3) {
            return add([.columns(lines)])
        }
        endLine()
        let before = blocks.count
        readGroup(element, context.inside(element))
        if blocks.count == before { blocks.append(.gap) }
    }

    private mutating func readGroup(_ element: XMLElement, _ context: ReadingContext) {
        endLine()
        readChildren(of: element, context.inside(element))
        endLine()
    }

    /// A header that opens the body may repeat the head of the item. Any other is part of the text.
    private mutating func readHead(_ element: XMLElement, _ context: ReadingContext) {
        endLine()
        guard blocks.allSatisfy({ $0 == .gap }) else { return readGroup(element, context) }
        let content = Self.blocks(in: element)
        if !content.isEmpty { blocks.append(.head(content)) }
    }

    private mutating func readSection(_ element: XMLElement, _ context: ReadingContext) {
        endLine()
        if !blocks.isEmpty, blocks.last != .gap { blocks.append(.gap) }
        readGroup(element, context)
    }

    private mutating func addQuotation(_ content: [Block]) {
        add(content.isEmpty ? [] : [.quotation(content)])
    }

    private mutating func addHeading(_ content: [Block], level: Int) {
        endLine()
        if content.count == 1, let text = content[0].paragraph {
            blocks.append(.heading(text, level: level))
        } else {
            blocks += content
        }
    }
}

// MARK: - Lines and tables

extension BodyReader {
    /// Text with columns keeps its spaces. Other preformatted text, such as verse, keeps its lines.
    private mutating func readPreformatted(_ element: XMLElement, _ context: ReadingContext) {
        if let lines = Columns.lines(of: element.text, apart: 2) { return add([.columns(lines)]) }
        endLine()
        var context = context
        context.keepsLines = true
        readChildren(of: element, context)
        endLine()
    }

    /// Adds preformatted text. An empty line ends the paragraph. Spaces at the start of a line stay, as no-break
    /// spaces.
    private mutating func addLines(_ text: String, _ style: InlineText.Style) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, part) in lines.enumerated() {
            if index > 0 { line.isEmpty || line.endsInBreak ? endLine() : line.addBreak() }
            let isStart = index > 0 || line.isEmpty || line.endsInBreak
            let indent = isStart ? part.prefix { $0 == " " }.count : 0
            let words = part.dropFirst(indent)
            if !words.isEmpty { line.add(String(repeating: "\u{A0}", count: indent) + words, style) }
        }
    }

    private mutating func readTable(_ element: XMLElement, _ context: ReadingContext) {
        guard let table = Table(element) else { return readGroup(element, context) }
        for caption in element.elements where caption.name == "caption" { readGroup(caption, context) }
        add([.table(table)])
    }
}

// MARK: - Parts of a line

extension BodyReader {
    private mutating func addFraction(_ element: XMLElement, _ style: InlineText.Style) {
        let numerator = element.first("frac-num")?.words ?? ""
        let denominator = element.first("frac-den")?.words ?? ""
        guard !numerator.isEmpty, !denominator.isEmpty else { return line.add(element.text, style) }
        let text = ScriptText.fraction(numerator, denominator)
        line.add((text.count > 1 && line.last?.isNumber == true ? " " : "") + text, style)
    }

    /// Quotation marks as a typewriter has them. The page shows those of the story's language.
    private mutating func readQuote(_ element: XMLElement, _ context: ReadingContext) {
        let depth = context.quotations == 0 && line.hasOpenQuotation ? 1 : context.quotations
        let mark = depth.isMultiple(of: 2) ? "\"" : "'"
        var context = context.inside(element)
        context.quotations = depth + 1
        let isQuoted = element.text.collapsed.first.map { "\"'“‘«„‹".contains($0) } ?? true
        if !isQuoted { line.add(mark, context.style) }
        readChildren(of: element, context)
        if !isQuoted { line.add(mark, context.style) }
    }
}
