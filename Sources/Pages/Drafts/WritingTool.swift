import Markup

/// A button for Markdown above the text of a story.
package enum WritingTool: String, Sendable, CaseIterable {
    case bold, italic, link, crosshead, quotation, list, numbers, table, footnote, facts, picture

    /// The groups in which the buttons stand.
    static let groups: [[WritingTool]] = [
        [.bold, .italic, .link], [.crosshead, .quotation, .list, .numbers], [.table, .footnote, .facts, .picture],
    ]

    /// The keys to press together with Control, or with Command on a Mac.
    var keys: String? {
        switch self {
        case .bold: "B"
        case .italic: "I"
        case .link: "K"
        case .crosshead: "Shift+2"
        case .footnote: "Shift+6"
        case .numbers: "Shift+7"
        case .list: "Shift+8"
        case .quotation: "Shift+9"
        case .table, .facts, .picture: nil
        }
    }

    /// Letters in the typeface of stories, or a drawing. Drawings that begin at the start of a line are mirrored
    /// where text runs from right to left.
    var icon: HTML {
        switch self {
        case .bold: "<b aria-hidden=\"true\">B</b>"
        case .italic: "<i aria-hidden=\"true\">I</i>"
        case .footnote: "<span aria-hidden=\"true\">a<sup>1</sup></span>"
        case .link:
            Self.drawing([
                Self.line("M8.4 11.6a3.1 3.1 0 0 0 4.4 0l2.8-2.8a3.1 3.1 0 0 0-4.4-4.4l-1 1"),
                Self.line("M11.6 8.4a3.1 3.1 0 0 0-4.4 0l-2.8 2.8a3.1 3.1 0 0 0 4.4 4.4l1-1"),
            ])
        case .crosshead:
            Self.drawing([Self.line("M3 5h8.5", width: "3"), Self.line("M3 10.5h14M3 15h14")], isMirrored: true)
        case .quotation:
            Self.drawing([Self.line("M4 4v12", width: "2.4"), Self.line("M8 6h9M8 10h9M8 14h6")], isMirrored: true)
        case .list:
            Self.drawing(
                [Self.line("M4 5h.01M4 10h.01M4 15h.01", width: "2.6"), Self.line("M8 5h9M8 10h9M8 15h9")],
                isMirrored: true)
        case .numbers:
            Self.drawing([
                Self.line("M9 5.5h8M9 14.5h8"),
                Self.line("M3.4 3.9 5 3v5M3.2 13.4c.2-1.7 2.9-1.6 2.8 0 0 1.2-2.8 2-2.8 3.6H6", width: "1.3"),
            ])
        case .table: Self.drawing([Self.line("M3 4h14v12H3zM3 8h14M3 12h14M10 4v12")])
        case .facts:
            Self.drawing([Self.line("M3.2 4.6h13.6", width: "3"), Self.line("M4 5v11.5h12V5M7 9.5h6M7 13h6")])
        case .picture:
            Self.drawing([
                Self.line("M3 4h14v12H3zM3 13.4l4-4 4 4 2.4-2.4 3.6 3.4"),
                Self.line("M12.6 7.6h.01", width: "2.4"),
            ])
        }
    }

    private static func line(_ path: StaticString, width: StaticString = "1.5") -> HTML {
        "<path stroke-width=\"\(HTML(stringLiteral: width))\" d=\"\(HTML(stringLiteral: path))\"></path>"
    }

    private static func drawing(_ lines: [HTML], isMirrored: Bool = false) -> HTML {
        """
        <svg\(" class=\"mirrored\"", if: isMirrored) viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">\
        \(lines)</svg>
        """
    }
}
