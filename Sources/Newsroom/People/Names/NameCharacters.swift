import Foundation

/// Checks the characters of a name one by one.
enum NameCharacters {
    /// The maximum number of nonspacing marks on a letter. Names in Hebrew with points, Greek, Tibetan and Burmese have
    /// up to three. More marks cover the lines above and below.
    private static let mostMarks = 4

    static func check(_ text: String) throws(Refusal) {
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.properties.generalCategory {
            case .unassigned, .privateUse, .surrogate, .control: throw unprintable
            case .enclosingMark: throw AccountName.refusal(.badge)
            case .nonspacingMark, .spacingMark:
                if scalar.properties.isVariationSelector { break }
                guard index > 0, scalars[index - 1].carriesMarks else { throw AccountName.refusal(.looseMark) }
            default: break
            }
            if scalar.isHidden, !isUseful(index, in: scalars) { throw AccountName.refusal(.invisibleCharacter) }
            if scalar == "\u{FFFC}" || scalar == "\u{FFFD}" { throw unprintable }
            if BadgeSymbols.contains(scalar) { throw AccountName.refusal(.badge) }
        }
        if marksInARow(text) > mostMarks {
            throw Refusal(
                .text(.tooManyMarks), [.text: .text(AccountName.rule.subject.rawValue), .limit: .number(mostMarks)],
                field: AccountName.rule.field)
        }
    }

    /// The largest number of nonspacing marks on one letter, including those of composed letters.
    private static func marksInARow(_ text: String) -> Int {
        var (most, run) = (0, 0)
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            run = scalar.properties.generalCategory == .nonspacingMark ? run + 1 : 0
            most = max(most, run)
        }
        return most
    }

    /// Whether an invisible character changes how its neighbors look: a variation selector after a visible character,
    /// or a joiner between two characters. Persian, the languages of India and Mongolian need such characters, and so
    /// do Japanese family names and emoji.
    private static func isUseful(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0 else { return false }
        let (scalar, previous) = (scalars[index], scalars[index - 1])
        if scalar.properties.isVariationSelector { return previous.isVisible && !previous.isMark }
        guard scalar.properties.isJoinControl, index + 1 < scalars.count else { return false }
        return (previous.isVisible || previous.properties.isVariationSelector) && scalars[index + 1].isVisible
    }

    private static let unprintable = Refusal(
        .text(.unprintable), [.text: .text(AccountName.rule.subject.rawValue)], field: AccountName.rule.field)
}

extension Unicode.Scalar {
    /// Whether it shows nothing by itself, although it is no space. U+2800 is Braille without dots.
    fileprivate var isHidden: Bool {
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format || value == 0x2800
    }

    fileprivate var isVisible: Bool { !isHidden && !properties.isWhitespace }

    /// Whether a mark may follow. A joiner stands between a letter and its mark in some languages of India.
    fileprivate var carriesMarks: Bool { isLetterOrNumber || isMark || properties.isJoinControl }
}
