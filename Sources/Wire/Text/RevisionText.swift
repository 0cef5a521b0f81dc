import Foundation
import Newsroom

/// What an agency says about a version in the headline and before the text: `CORRECTED-`, `UPDATE 2-`,
/// `(Adds quotes, background)`.
enum RevisionText {
    /// Separates the marks from the beginning of a headline: `CORRECTED-UPDATE 2-Ferry returns`. Words such as
    /// `EXCLUSIVE-` name the kind of a story, so they stay.
    static func split(headline: String) -> (mark: String?, headline: String) {
        var rest = headline[...]
        var found: [String] = []
        while found.count < 4, let dash = rest.prefix(60).firstIndex(where: { "-–—:".contains($0) }),
            let mark = mark(in: rest[..<dash])
        {
            found.append(mark)
            rest = rest[rest.index(after: dash)...].drop(while: \.isWhitespace)
        }
        guard !found.isEmpty, !rest.isEmpty else { return (nil, headline) }
        return (found.joined(separator: ", "), String(rest))
    }

    /// A mark with its number or its addition in parentheses: `UPDATE 2`, `CORRECTED (OFFICIAL)`.
    private static func mark(in text: Substring) -> String? {
        let mark = String(text).trimmed
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

    /// The note in a paragraph in parentheses that says what a version changes. `nil` if the paragraph is part
    /// of the story.
    static func note(_ paragraph: String) -> String? {
        notice(paragraph) ?? inParentheses(paragraph)
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

    private static func inParentheses(_ paragraph: String) -> String? {
        guard paragraph.hasPrefix("("), paragraph.hasSuffix(")"), paragraph.count <= 1_000 else { return nil }
        let note = String(paragraph.dropFirst().dropLast()).trimmed
        guard !note.contains("(") || note.contains(")") else { return nil }
        let words = note.lowercased().split(maxSplits: 40, whereSeparator: { !$0.isLetter })
        let opens = words.first.map { verbs.contains(String($0)) } ?? false
        let corrects = words.prefix(16).contains { corrections.contains(String($0)) }
        return opens || corrects ? note : nil
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
}
