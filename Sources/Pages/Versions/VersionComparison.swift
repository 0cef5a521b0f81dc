import Markup
import Newsroom

/// The words in which two versions differ, by the part of the story.
struct VersionComparison {
    /// The parts in the order of the page.
    enum Part: CaseIterable {
        case headline, standfirst, dateline, byline, text, credits
    }

    /// Only the parts that differ.
    let parts: [(part: Part, comparison: Comparison)]

    /// Compares the words as readers see them, without markup. So a mark that an agency corrects is no change.
    init(from older: VersionText, to newer: VersionText) {
        parts = Part.allCases.compactMap { part in
            let comparison = Comparison(from: older.lines(of: part), to: newer.lines(of: part))
            return comparison.isEmpty ? nil : (part: part, comparison: comparison)
        }
    }
}

/// The lines of a version, without markup.
struct VersionText {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let version: Version
    /// Only pictures that readers see have captions in the text.
    let pictures: PlacedPictures

    func lines(of part: VersionComparison.Part) -> [String] {
        switch part {
        case .headline: [languageMarkup.typeset(version.headline)]
        case .standfirst: [version.standfirst].compactMap(typeset)
        case .dateline: dateline.isEmpty ? [] : [dateline]
        case .byline: [version.byline].compactMap(typeset)
        case .text: version.paragraphs(in: languageMarkup, showing: pictures.shows)
        case .credits: credits
        }
    }

    private func typeset(_ text: WireText?) -> String? { text.map(languageMarkup.typeset) }

    private var dateline: String {
        [typeset(version.dateline?.place), typeset(version.dateline?.agency).map { "(\($0))" }].compactMap(\.self)
            .joined(separator: " ")
    }

    private var credits: [String] {
        let signOff = typeset(version.signOff) ?? ""
        let sentence = languageMarkup.typeset(context.words.story.credits(version.credits))
        return (signOff.split(separator: "\n").map(String.init) + [sentence]).filter { !$0.isEmpty }
    }
}

extension Version {
    /// The paragraphs of the text, without markup, as readers see them.
    func paragraphs(in languageMarkup: LanguageMarkup, showing isShown: @escaping (Int64) -> Bool = { _ in false })
        -> [String]
    {
        Markdown(body.sent).plainText(languageMarkup.typography, showing: isShown).split(separator: "\n")
            .map(String.init)
    }
}
