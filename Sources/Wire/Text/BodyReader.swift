/// Reads the markup of a body, XHTML or NITF, into blocks. Of an unknown element, only the text is used.
struct BodyReader {
    private var blocks: [Block] = []
    private var line = InlineText()

    static func blocks(in element: XMLElement) -> [Block] {
        var reader = BodyReader()
        reader.readChildren(of: element, .plain)
        reader.endLine()
        return reader.blocks
    }

    private mutating func readChildren(of element: XMLElement, _ style: InlineText.Style) {
        for child in element.children {
            switch child {
            case .text(let text): line.add(text, style)
            case .element(let element): read(element, style)
            }
        }
    }

    private mutating func read(_ element: XMLElement, _ style: InlineText.Style) {
        switch Tag(element.name) {
        case .hidden: break
        case .paragraph: readParagraph(element, style)
        case .section: readSection(element, style)
        case .heading(let level): addHeading(Self.blocks(in: element), level: level)
        case .list(let isOrdered): add(.list(Self.items(of: element), isOrdered: isOrdered))
        case .quotation: add(.quotation(Self.blocks(in: element).filter { $0 != .gap }))
        case .rule: add(.rule)
        case .lineBreak: line.endsInBreak ? endLine() : line.addBreak()
        case .cell:
            readChildren(of: element, style)
            line.add(" ", .plain)
        case .inline(let change): readChildren(of: element, change(style, element))
        }
    }

    private mutating func readParagraph(_ element: XMLElement, _ style: InlineText.Style) {
        endLine()
        let before = blocks.count
        readSection(element, style)
        if blocks.count == before { blocks.append(.gap) }
    }

    private mutating func readSection(_ element: XMLElement, _ style: InlineText.Style) {
        endLine()
        readChildren(of: element, style)
        endLine()
    }

    private mutating func add(_ block: Block) {
        endLine()
        blocks.append(block)
    }

    private mutating func endLine() {
        if !line.isEmpty { blocks.append(.paragraph(line)) }
        line = InlineText()
    }

    private mutating func addHeading(_ content: [Block], level: Int) {
        endLine()
        if content.count == 1, let text = content[0].paragraph {
            blocks.append(.heading(text, level: level))
        } else {
            blocks += content
        }
    }

    private static func items(of list: XMLElement) -> [[Block]] {
        list.children.map { child in
            var reader = BodyReader()
            switch child {
            case .element(let item) where item.name == "li": reader.readChildren(of: item, .plain)
            case .element(let other): reader.read(other, .plain)
            case .text(let text): reader.line.add(text, .plain)
            }
            reader.endLine()
            return reader.blocks.filter { $0 != .gap }
        }.filter { !$0.isEmpty }
    }
}
