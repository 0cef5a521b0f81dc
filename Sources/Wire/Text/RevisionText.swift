import Foundation
import Newsroom

/// An agency's remarks about a version in the headline and before the text: `CORRECTED-`, `UPDATE 2-`,
/// `(Adds quotes, background)`.
enum RevisionText {
    /// Separates the marks from the beginning of a headline: `CORRECTED-UPDATE 2-Ferry returns`. Words such as
    /// `EXCLUSIVE-` name the kind of a story, so they stay.
    static func split(headline: String) -> (mark: String?, headline: String) {
        var rest = headline[...]
        var found: [String] = []
        while found.count < 4, let dash = rest.prefix(60).firstIndex(where: { "-–—:".contains($0) }),
            let mark = mark(in: rest[..<dash], after: found)
        {
            let next = rest[rest.index(after: dash)...].drop(while: \.isWhitespace)
            guard canFollow(next) else { break }
            found.append(mark)
            rest = next
        }
        guard !found.isEmpty, !rest.isEmpty else { return (nil, headline) }
        return (found.joined(separator: ", "), String(rest))
    }

    /// Whether a headline can begin here. A score (`UPDATE 1-0`) and a compound in capitals (`REPEAT-OFFENDERS`)
    /// are no marks.
    private static func canFollow(_ rest: Substring) -> Bool {
        if rest.first?.isNumber == true { return false }
        let word = rest.prefix { $0.isLetter }
        let isMark = marks.contains { rest.hasPrefix($0) }
        return isMark || word.count < 4 || word.contains(where: \.isLowercase)
    }

    /// A mark with its number or its addition in parentheses: `UPDATE 2`, `CORRECTED (OFFICIAL)`.
    private static func mark(in text: Substring, after found: [String]) -> String? {
        let mark = String(text).trimmed
        if !found.isEmpty, mark.hasPrefix("("), mark.hasSuffix(")"), mark == mark.uppercased() { return mark }
        // Only `CORREC…` and `UPDATE…` may have a space before the dash. "REPEAT - a film" is a headline.
        if text.last?.isWhitespace == true, !mark.hasPrefix("CORREC"), !mark.hasPrefix("UPDATE") { return nil }
        var words = mark.prefix { $0 != "(" }.split(separator: " ")
        if words.count > 1, let last = words.last, last.count <= 2, last.allSatisfy(\.isNumber) { words.removeLast() }
        let isClosed = !mark.contains("(") || mark.hasSuffix(")")
        return isClosed && mark == mark.uppercased() && marks.contains(words.joined(separator: " ")) ? mark : nil
    }

    private static let marks: Set<String> = [
        "ADDS", "CLARIFICATION", "CLARIFIED", "CORRECTED", "CORRECTION", "CORRECTS", "RECAST", "RECASTS", "REFILE",
        "REFILED",
        "REFILING", "REPEAT", "REPEATING", "RPT", "UPDATE", "UPDATED", "WRAPUP", "BERICHTIGUNG", "KORREKTUR",
        "ACTUALIZACIÓN",
        "AMPLIACIÓN", "CORRECCIÓN", "CORREGIDO", "ACTUALISÉ", "CORRECTION ET MISE À JOUR", "CORRIGÉ", "MISE À JOUR",
        "RECTIFICATIF", "CORREZIONE", "CORREÇÃO",
    ]

    /// The note in a paragraph that says what a version changes. `nil` if the paragraph is part of the story.
    ///
    /// - Parameter isExpected: whether the headline has a mark, or a dateline follows. Otherwise a note must also
    ///   name a part of a story, because a story may begin with a sentence in parentheses.
    static func note(_ paragraph: String, isExpected: Bool) -> String? {
        notice(paragraph) ?? inParentheses(paragraph, isExpected)
    }

    /// A note that its first word in capitals announces: `KORREKTUR-HINWEIS`, possibly between lines of dashes.
    private static func notice(_ paragraph: String) -> String? {
        let isFrame = { (character: Character) in character.isWhitespace || "-–—*+=_".contains(character) }
        let note = paragraph.drop(while: isFrame)
        let word = note.prefix(while: \.isLetter)
        guard word == word.uppercased(), corrections.contains(word.lowercased()), paragraph.count <= 1_500 else {
            return nil
        }
        return String(
            String(note.reversed().drop(while: isFrame).reversed()).split(whereSeparator: \.isWhitespace).joined(
                separator: " "))
    }

    private static func inParentheses(_ paragraph: String, _ isExpected: Bool) -> String? {
        guard paragraph.hasPrefix("("), paragraph.hasSuffix(")"), paragraph.count <= 1_000 else { return nil }
        let note = String(paragraph.dropFirst().dropLast()).trimmed
        guard !note.contains("(") || note.contains(")") else { return nil }
        let words = note.lowercased().split(maxSplits: 40, whereSeparator: { !$0.isLetter })
        let opens = words.first.map { verbs.contains(String($0)) } ?? false
        let corrects = words.prefix(16).contains { corrections.contains(String($0)) }
        let isHeading = note.prefix { $0 != " " }.hasSuffix(":") && corrects
        let namesPart = words.contains { parts.contains(String($0)) }
        return isHeading || (opens || corrects) && (isExpected || namesPart) ? note : nil
    }

    /// The words that open a note.
    private static let verbs: Set<String> = [
        "adds", "updates", "updated", "recasts", "refiles", "repeats", "removes", "rewrites", "clarifies", "deletes",
        "restores", "fixes", "edits", "changes", "drops", "inserts", "writethru", "ajoute", "actualise", "précise",
        "ergänzt", "aktualisiert", "neu", "añade", "amplía", "actualiza", "aggiunge", "aggiorna", "atualiza",
        "acrescenta",
    ]

    /// The words of which one stands near the beginning of a note about a correction.
    private static let corrections: Set<String> = [
        "corrects", "corrected", "correction", "correcting", "refiled", "refiling", "corrige", "corrigé", "rectifie",
        "rectificatif", "berichtigt", "berichtigung", "korrigiert", "korrektur", "rectifica", "corregge", "rettifica",
        "correzione", "corrección", "correção",
    ]

    /// The parts of a story and what they hold.
    private static let parts: Set<String> = [
        "background", "byline", "comment", "comments", "context", "dateline", "details", "graf", "graphic", "headline",
        "lead",
        "para", "paragraph", "paragraphs", "paras", "quote", "quotes", "reaction", "spelling", "story", "typo",
        "absatz",
        "absätze", "absätzen", "meldung", "überschrift", "zitat", "zitate", "citation", "paragraphe", "titre", "citas",
        "párrafo",
        "titular", "citazioni", "paragrafo", "parágrafo", "título",
    ]
}
