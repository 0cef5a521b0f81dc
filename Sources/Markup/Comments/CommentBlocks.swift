/// Quotations and lists, which are opened and closed at the beginnings of lines.
extension CommentWriting {
    /// Marks that would open more than so many within each other are text.
    private static let deepest = 6

    /// Goes behind the marks of the blocks to which this line still belongs, and counts these. A line without `>`
    /// ends a quotation, so that nobody is quoted with the words of another; a line without indentation ends an item.
    mutating func keptBlocks() -> Int {
        for place in blocks.indices {
            switch blocks[place] {
            case .quotation:
                guard byte(at: index) == UInt8(ascii: ">") else { return place }
                goBehindQuotationMark(to: index + 1)
            case .item(let item):
                guard isAtLineEnd || isInside(item) else { return place }
            }
        }
        return blocks.count
    }

    /// Text belongs to an item if it is indented at all, an item of another list if it stands where the text may begin.
    private func isInside(_ item: ListItem) -> Bool {
        indent > item.indent && (indent >= item.textIndent || blockMark()?.list == nil)
    }

    /// Closes the blocks to which this line belongs no more, and opens those that begin in it.
    mutating func openBlocks(keeping kept: Int) {
        if kept < blocks.count {
            closeParagraph()
            if case .item(let item) = blocks[kept], let mark = blockMark(), mark.list == item.list,
                mark.backslash == nil
            {
                closeBlocks(keeping: kept + 1)
                tag("</li>\n")
                writeItem(of: item.list, mark, isExpected: mark.number == item.number + 1)
                blocks[kept] = enterItem(of: item.list, mark)
            } else {
                closeBlocks(keeping: kept)
            }
        }
        while blocks.count < Self.deepest, let mark = blockMark(), mayOpen(mark) {
            hiddenBackslash = mark.backslash
            guard hiddenBackslash == nil else { return }
            closeParagraph()
            open(mark)
        }
    }

    /// A number in the middle of a paragraph begins no list, unless it is the first or goes on counting.
    private func mayOpen(_ mark: BlockMark) -> Bool {
        guard hasParagraph, case .number = mark.list else { return true }
        return mark.number == 1 || mark.number == nextNumber
    }

    private mutating func open(_ mark: BlockMark) {
        guard let list = mark.list else {
            out.append(asWords ? "> " : "<blockquote>\n")
            blocks.append(.quotation)
            return goBehindQuotationMark(to: mark.end)
        }
        writeListOpening(list, from: mark.number)
        writeItem(of: list, mark, isExpected: true)
        blocks.append(enterItem(of: list, mark))
    }

    /// One blank belongs to the mark; what is behind it is indented anew.
    private mutating func goBehindQuotationMark(to end: Int) {
        index = isBlank(at: end) ? end + 1 : end
        indent = 0
        skipBlanks()
    }

    private mutating func enterItem(of list: ListMark, _ mark: BlockMark) -> CommentBlock {
        nextNumber = mark.number + 1
        let item = ListItem(
            list: list, number: mark.number, indent: indent, textIndent: indent + mark.end - index + 1)
        indent += mark.end - index
        index = mark.end
        skipBlanks()
        return .item(item)
    }
}

extension CommentWriting {
    private mutating func writeListOpening(_ list: ListMark, from number: Int) {
        guard case .number = list else { return tag("<ul>\n") }
        guard number != 1 else { return tag("<ol>\n") }
        tag("<ol start=\"")
        if !asWords { out.append(decimal: Int64(number)) }
        tag("\">\n")
    }

    /// An item shows its number as it was typed, also where the list would count otherwise.
    private mutating func writeItem(of list: ListMark, _ mark: BlockMark, isExpected: Bool) {
        guard !asWords else { return writeMark(of: list, mark.number) }
        guard case .number = list, !isExpected else { return out.append("<li>") }
        out.append("<li value=\"")
        out.append(decimal: Int64(mark.number))
        out.append("\">")
    }

    private mutating func writeMark(of list: ListMark, _ number: Int) {
        guard case .number = list else { return out.append("- ") }
        out.append(decimal: Int64(number))
        out.append(". ")
    }

    mutating func closeBlocks(keeping kept: Int) {
        while blocks.count > kept, let block = blocks.popLast() {
            switch block {
            case .quotation: tag("</blockquote>\n")
            case .item(let item):
                if case .number = item.list { tag("</li>\n</ol>\n") } else { tag("</li>\n</ul>\n") }
            }
        }
    }
}
