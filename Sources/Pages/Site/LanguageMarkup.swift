import Markup
import Newsroom

/// The attributes that a text needs on a page in the newspaper's language.
struct LanguageMarkup {
    let house: Language
    let text: Language

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
