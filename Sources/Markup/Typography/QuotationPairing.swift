/// Finds the two marks of each quotation in a paragraph, and the level of each.
struct QuotationPairing {
    private let habits: TypographicHabits
    /// The innermost quotation that is open, and the number of open ones by kind.
    private var open: QuotationMark.Index?
    private var doubles = 0
    private var typographic = 0

    static func pair(_ marks: inout [QuotationMark], _ habits: TypographicHabits) {
        var pairing = QuotationPairing(habits)
        marks.withUnsafeMutableBufferPointer { marks in
            guard marks.contains(where: { $0.kind != .other }) else { return }
            pairing.lookAhead(marks)
            pairing.findPartners(marks)
            pairing.findLevels(marks)
        }
    }

    private init(_ habits: TypographicHabits) { self.habits = habits }

    private typealias Marks = UnsafeMutableBufferPointer<QuotationMark>

    private func lookAhead(_ marks: Marks) {
        var later: (double: QuotationMark?, single: QuotationMark?) = (nil, nil)
        for index in marks.indices.reversed() {
            let next = marks[index].kind == .double ? later.double : later.single
            marks[index].hasCloser = next.map { $0.hasCloser || $0.role != .opens } ?? false
            marks[index].comesBeforeCloser = next?.role == .closes
            switch marks[index].kind {
            case .double: later.double = marks[index]
            case .single: later.single = marks[index]
            case .typographic, .other: break
            }
        }
    }

    // MARK: Partners

    private mutating func findPartners(_ marks: Marks) {
        for index in marks.indices {
            let mark = marks[index]
            switch mark.role {
            case .none: break
            case .opens: begin(index, marks)
            // Inches or feet, because the next mark closes the quotation.
            case .mayCloseAfterDigit where mark.comesBeforeCloser: break
            // An apostrophe, because another mark may close the quotation. This matters only in languages whose
            // closing mark looks different.
            case .closes where mark.mayBePossessive && mark.hasCloser && !habits.closesWithApostrophe: break
            case .either where !mayClose(mark.kind, marks) && mark.hasCloser: begin(index, marks)
            case .either, .closes, .mayClose, .mayCloseAfterDigit: end(index, marks)
            }
        }
    }

    private mutating func begin(_ index: Int, _ marks: Marks) {
        marks[index].isOpening = true
        marks[index].outer = open
        open = QuotationMark.Index(index)
        count(marks[index].kind, 1)
    }

    /// Closes the innermost quotation of the same kind. Those inside it stay without a partner.
    private mutating func end(_ index: Int, _ marks: Marks) {
        let kind = marks[index].kind
        guard mayClose(kind, marks) else { return }
        while let innermost = open {
            open = marks[Int(innermost)].outer
            count(marks[Int(innermost)].kind, -1)
            guard marks[Int(innermost)].kind == kind else { continue }
            marks[index].partner = innermost
            marks[Int(innermost)].partner = QuotationMark.Index(index)
            return
        }
    }

    /// Whether a mark of this kind would close a quotation here. A single mark closes only a quotation
    /// directly around it, because most single marks are apostrophes.
    private func mayClose(_ kind: QuotationMark.Kind, _ marks: Marks) -> Bool {
        switch kind {
        case .double: doubles > 0
        case .typographic: typographic > 0
        case .single, .other: open.map { marks[Int($0)].kind == kind } ?? false
        }
    }

    private mutating func count(_ kind: QuotationMark.Kind, _ change: Int) {
        if kind == .double { doubles += change }
        if kind == .typographic { typographic += change }
    }

    // MARK: Levels

    private func findLevels(_ marks: Marks) {
        var outer: QuotationMark.Index?
        // A quotation of several paragraphs is open to the end of this one.
        var isInLongQuotation = false
        for index in marks.indices where marks[index].kind != .other {
            let mark = marks[index]
            if let partner = mark.partner, partner < index {
                marks[index].level = marks[Int(partner)].level
                outer = marks[Int(partner)].outer
                continue
            }
            marks[index].level =
                mark.kind == .typographic
                ? .primary : outer.map { marks[Int($0)].level.inner } ?? outermost(mark.kind, isInLongQuotation)
            if mark.partner != nil {
                marks[index].outer = outer
                outer = QuotationMark.Index(index)
            } else if mark.isOpening, mark.kind != .single {
                isInLongQuotation = true
            }
        }
    }

    private func outermost(_ kind: QuotationMark.Kind, _ isInLongQuotation: Bool) -> QuotationMark.Level {
        kind == .double || habits.hasSinglePrimary && !isInLongQuotation ? .primary : .alternate
    }
}
