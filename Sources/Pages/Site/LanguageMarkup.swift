import Markup
import Newsroom

/// How a text of one language appears on a page in the newspaper's language: its attributes and its typography.
struct LanguageMarkup {
    let house: Language
    let text: Language
    let typography: Typography

    init(house: Language, text: Language) {
        self.house = house
        self.text = text
        typography = .of(text.tag)
    }

    /// A text with the quotation marks, apostrophes and dashes of its language.
    func typeset(_ text: WireText) -> String { typography.text(text.sent) }

    /// The same for a sentence that the site makes from names as they were sent, such as the credits.
    func typeset(_ sentence: String) -> String { typography.text(sentence) }

    /// ` lang="…" dir="…"` for the text itself, if its language differs from the page's.
    var attributes: HTML {
        guard text != house else { return "" }
        return " lang=\"\(text.tag)\" dir=\"\(text.direction.rawValue)\""
    }

    /// ` dir="…"` for an element around the text that is laid out in the text's direction.
    var direction: HTML {
        runsAsTheHouse ? "" : " dir=\"\(text.direction.rawValue)\""
    }

    /// Most texts are in the newspaper's language, and comparing languages is cheaper than finding their
    /// directions.
    private var runsAsTheHouse: Bool { text == house || text.direction == house.direction }

    /// A sentence in the newspaper's language, isolated if the text around it runs in the other direction.
    func furniture(_ sentence: HTML) -> HTML {
        runsAsTheHouse ? sentence : "<bdi dir=\"\(house.direction.rawValue)\">\(sentence)</bdi>"
    }
}
