/// Reads lists: of items with numbers or bullets, and of terms with their definitions.
enum ListReading {
    /// A list. Numbers that CommonMark cannot write, such as those of a reversed list, become text.
    static func blocks(of element: XMLElement, isOrdered: Bool) -> [Block] {
        let items = items(of: element)
        guard isOrdered, !items.isEmpty else { return items.isEmpty ? [] : [.list(items.map(\.blocks), first: nil)] }
        let numbers = numbers(of: element, items)
        let style = element["type"] ?? "1"
        let isPlain = style == "1" && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
        if isPlain, (0...99_999_999).contains(numbers[0]) { return [.list(items.map(\.blocks), first: numbers[0])] }
        return zip(numbers, items).flatMap { number, item in
            labelled(InlineText(label(number, style) + ". "), item.blocks)
        }
    }

    /// A list of terms. Each becomes an item that opens with the term in strong letters.
    static func definitions(in element: XMLElement) -> [Block] {
        var items: [[Block]] = []
        var term: [String] = []
        for entry in entries(of: element) {
            guard entry.name != "dt" else {
                term += [entry.words].compactMap(\.self)
                continue
            }
            let blocks = BodyReader.blocks(in: entry).filter { $0 != .gap }
            if !term.isEmpty {
                items.append(labelled(strong(term.joined(separator: ", ")), blocks))
            } else if let last = items.indices.last {
                items[last] += blocks
            } else {
                items.append(blocks)
            }
            term = []
        }
        if !term.isEmpty { items.append(labelled(strong(term.joined(separator: ", ")), [])) }
        items.removeAll(where: \.isEmpty)
        return items.isEmpty ? [] : [.list(items, first: nil)]
    }

    private static func entries(of element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { $0.name == "div" ? $0.elements : [$0] }
    }

    private static func strong(_ term: String) -> InlineText {
        var text = InlineText(term, InlineText.Style(isStrong: true))
        text.append(InlineText(term.hasSuffix(":") ? " " : ": "))
        return text
    }

    /// The blocks with a label at the beginning of the first paragraph.
    private static func labelled(_ label: InlineText, _ blocks: [Block]) -> [Block] {
        var line = label
        guard let first = blocks.first?.paragraph else { return [.paragraph(line)] + blocks }
        line.append(first)
        return [.paragraph(line)] + blocks.dropFirst()
    }
}

// MARK: - Items and numbers

extension ListReading {
    private typealias Item = (blocks: [Block], value: Int?)

    /// The items with something to read. Text outside of an item counts as an item.
    private static func items(of list: XMLElement) -> [Item] {
        list.children.compactMap { child in
            var item = XMLElement(name: "li", namespace: list.namespace, line: list.line)
            if case .element(let element) = child, element.name == "li" {
                item = element
            } else {
                item.children = [child]
            }
            let blocks = BodyReader.blocks(in: item).filter { $0 != .gap }
            return blocks.isEmpty ? nil : (blocks, item["value"].flatMap { Int($0.collapsed) })
        }
    }

    private static func numbers(of list: XMLElement, _ items: [Item]) -> [Int] {
        let step = list["reversed"] == nil ? 1 : -1
        let start = list["start"].flatMap { Int($0.collapsed) } ?? (step == 1 ? 1 : items.count)
        var next = start
        return items.map { item in
            let number = item.value ?? next
            next = number.addingReportingOverflow(step).partialValue
            return number
        }
    }

    /// The number in the style of the list (HTML, section 4.4.5): `1`, `a`, `A`, `i` or `I`.
    private static func label(_ number: Int, _ style: String) -> String {
        switch style {
        case "a" where (1...26).contains(number): String(UnicodeScalar(UInt8(0x60 + number)))
        case "A" where (1...26).contains(number): String(UnicodeScalar(UInt8(0x40 + number)))
        case "i" where (1...3_999).contains(number): roman(number).lowercased()
        case "I" where (1...3_999).contains(number): roman(number)
        default: String(number)
        }
    }

    private static func roman(_ number: Int) -> String {
        let letters = [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        return letters.reduce(into: "") { text, letter in
            text += String(repeating: letter.1, count: rest / letter.0)
            rest %= letter.0
        }
    }
}
