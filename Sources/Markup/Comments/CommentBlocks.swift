/// Quotations and lists, which open and close at the beginning of a line.
extension CommentWriting {
    /// The greatest nesting depth. Deeper marks are text.
    private static let deepest = 6

    /// Moves past the marks of the open blocks to which this line belongs, and returns the number of these
    /// blocks. A line without `>` ends a quotation, so that no words are attributed to somebody who did not
    /// write them. A line without indentation ends a list item.
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

    /// Whether the line belongs to the item. Text needs only some indentation; the mark of a nested list must
    /// be at least as far in as the item's text.
    private func isInside(_ item: ListItem) -> Bool {
        indent > item.indent && (indent >= item.textIndent || blockMark()?.list == nil)
    }

    /// Closes the blocks to which this line does not belong, and opens those that begin in it.
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

    /// Whether the mark may open a block. In the middle of a paragraph, a number begins a list only if it is
    /// 1 or the next number of the latest list.
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

    /// Moves past a quotation mark and the one blank that belongs to it. Indentation counts from there.
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

    /// Writes an item with the number that was typed, even where the list would count differently.
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
