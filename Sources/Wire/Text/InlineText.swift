/// The text of one paragraph, with its strong, emphasized and linked parts.
struct InlineText: Hashable {
    struct Style: Hashable {
        var isStrong = false
        var isEmphasised = false
        /// Whether the agency struck the text out.
        var isDeleted = false
        var link: String?

        static let plain = Style()
    }

    struct Run: Hashable {
        var text: String
        let style: Style
    }

    /// Adjacent runs differ in style. A line end in a run is a line break on the page.
    private(set) var runs: [Run] = []
    private var isAfterBlank = false

    init() {}

    /// Text that keeps its white space.
    init(_ text: String, _ style: Style = .plain) { append(text, style) }

    /// The text without styles, on one line.
    var plain: String { runs.map(\.text).joined().collapsed }

    /// The text between line breaks, without styles.
    var lines: [String] { runs.map(\.text).joined().split(separator: "\n").map { String($0).collapsed } }

    var isEmpty: Bool { runs.allSatisfy { $0.text.hasNothingToRead } }

    /// Whether a typewriter's quotation mark is open at the end.
    var hasOpenQuotation: Bool { !runs.reduce(0) { $0 + $1.text.count { $0 == "\"" } }.isMultiple(of: 2) }

    /// Whether it is a line drawn with characters, such as `_____`, or three asterisks. Other numbers of asterisks
    /// rate something.
    var isRule: Bool {
        guard runs.count == 1, let text = runs.first?.text, let mark = text.first, "_-*=–—".contains(mark) else {
            return false
        }
        let marks = text.filter { $0 != " " }
        return (mark == "*" ? marks.count == 3 : marks.count > 2) && marks.allSatisfy { $0 == mark }
    }

    var endsInBreak: Bool { runs.last?.text.last == "\n" }

    /// The last character, or a space if white space follows it.
    var last: Character? { isAfterBlank ? " " : runs.last?.text.last }

    /// Adds text. White space in a row counts as one space, even across two calls. A space between two styles
    /// has neither.
    mutating func add(_ text: String, _ style: Style) {
        var piece = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isLayout {
                isAfterBlank = true
                continue
            }
            if isAfterBlank, !piece.isEmpty {
                piece.append(" ")
            } else if isAfterBlank, !runs.isEmpty, !endsInBreak {
                append(" ", runs.last?.style == style ? style : .plain)
            }
            isAfterBlank = false
            piece.append(scalar)
        }
        append(String(piece), style)
    }

    mutating func addBreak() {
        isAfterBlank = false
        if !runs.isEmpty, !endsInBreak { append("\n", .plain) }
    }

    mutating func append(_ other: InlineText) {
        for run in other.runs { append(run.text, run.style) }
    }

    private mutating func append(_ text: String, _ style: Style) {
        if let last = runs.indices.last, runs[last].style == style {
            runs[last].text += text
        } else if !text.isEmpty {
            runs.append(Run(text: text, style: style))
        }
    }

    /// The text after the first line break.
    var droppingFirstLine: InlineText {
        var rest = self
        while let first = rest.runs.first {
            guard let end = first.text.firstIndex(of: "\n") else {
                rest.runs.removeFirst()
                continue
            }
            rest.runs[0].text = String(first.text[first.text.index(after: end)...])
            if rest.runs[0].text.isEmpty { rest.runs.removeFirst() }
            break
        }
        return rest
    }

    /// The text without its last `count` characters (as counted in `plain`) and the white space before them.
    func droppingLast(_ count: Int) -> InlineText {
        var rest = self
        var left = count
        while let last = rest.runs.indices.last {
            let dropped = min(left, rest.runs[last].text.count)
            left -= dropped
            var text = rest.runs[last].text.dropLast(dropped)
            while left == 0, text.last?.isWhitespace == true { text.removeLast() }
            rest.runs[last].text = String(text)
            guard text.isEmpty else { break }
            rest.runs.removeLast()
        }
        return rest
    }

    /// The text without its first `count` characters (as counted in `plain`) and the white space after them.
    func dropping(_ count: Int) -> InlineText {
        var rest = self
        var left = count
        while let first = rest.runs.first {
            let dropped = min(left, first.text.count)
            left -= dropped
            let text = first.text.dropFirst(dropped).drop { left == 0 && $0.isWhitespace }
            rest.runs[0].text = String(text)
            guard text.isEmpty else { break }
            rest.runs.removeFirst()
        }
        return rest
    }
}

extension String {
    /// Whether the text is empty or consists only of white space and invisible characters.
    var hasNothingToRead: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}
