/// Text that stands above or below the line, in the characters that Unicode has for it: `10⁶`, `H₂O`, `½`.
enum ScriptText {
    /// The text of a `sup` element. Letters such as those of "5th" stay on the line.
    ///
    /// - Parameter before: the character before the element.
    static func superscript(_ text: String, after before: Character?) -> String {
        let word = text.lowercased()
        if word == "tm" { return "™" }
        let isAbbreviation = before?.isLetter == true && text.count > 1 && text.allSatisfy { $0.isLetter || $0 == "." }
        return ordinals.contains(word) || isAbbreviation || !text.contains { $0.isLetter || $0.isNumber }
            ? text : raised(text, by: superscripts, mark: "^")
    }

    /// The text of a `sub` element.
    static func `subscript`(_ text: String) -> String { raised(text, by: subscripts, mark: "_") }

    /// A fraction as one character if there is one, or else with a slash.
    static func fraction(_ numerator: String, _ denominator: String) -> String {
        fractions["\(numerator)/\(denominator)"] ?? "\(numerator)/\(denominator)"
    }

    /// Text that Unicode cannot raise as a whole keeps its meaning with a mark: `10^(2x)`. Brackets, as around
    /// the number of a footnote, need none.
    private static func raised(_ text: String, by table: [Character: Character], mark: String) -> String {
        let brackets: Set<Character> = ["[", "]", ",", " ", "*"]
        if text.allSatisfy({ table[$0] != nil || brackets.contains($0) }) {
            return String(text.map { table[$0] ?? $0 })
        }
        return text.count == 1 ? mark + text : "\(mark)(\(text))"
    }

    private static let ordinals: Set<String> = [
        "st", "nd", "rd", "th", "e", "er", "re", "ère", "ème", "o", "a", "os", "as", "ª", "º", "me", "mme", "r", "sm",
        "®", "™",
    ]

    private static let superscripts = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
    private static let subscripts = table("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ")

    private static func table(_ forms: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip("0123456789+-−=()ni", forms))
    }

    private static let fractions = Dictionary(
        uniqueKeysWithValues: zip(
            [
                "1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/7", "1/8", "3/8", "5/8",
                "7/8", "1/9", "1/10",
            ], "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒".map(String.init)))
}
