import Markup
import Newsroom

/// The language of a text as seen from the language of the house: what must be said of it in attributes.
struct LanguageMarkup {
    let house: Language
    let text: Language

    /// ` lang="…" dir="…"` for the text itself, where it differs from the page around it.
    var attributes: HTML {
        guard text != house else { return "" }
        return " lang=\"\(text.tag)\" dir=\"\(text.direction.rawValue)\""
    }

    /// ` dir="…"` for what surrounds the text and is laid out in its direction.
    var direction: HTML {
        runsAsTheHouse ? "" : " dir=\"\(text.direction.rawValue)\""
    }

    /// Most texts are in the language of the house, which is told without taking it apart.
    private var runsAsTheHouse: Bool { text == house || text.direction == house.direction }

    /// A sentence of the house inside a text that runs the other way.
    func furniture(_ sentence: HTML) -> HTML {
        runsAsTheHouse ? sentence : "<bdi dir=\"\(house.direction.rawValue)\">\(sentence)</bdi>"
    }
}
