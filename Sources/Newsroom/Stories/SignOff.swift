import Foundation

/// The line at the end of an agency's story that says who contributed, in which role and from where:
/// `(Additional reporting by A in Beirut, B and C in Munich; Editing by D)`.
package enum SignOff {
    /// Parses the credits of a sign-off, with or without parentheses. A place applies to all names since the
    /// previous place.
    ///
    /// Returns `nil` if any part of the text is uncertain. The caller then keeps the text as it is.
    package static func parse(_ text: String) -> [Credit]? {
        guard text.utf8.count <= 4_000 else { return nil }
        var credits: [Credit] = []
        for clause in clauses(of: withoutBrackets(text)) {
            guard let role = Role(opening: clause), let people = people(in: role.rest) else { return nil }
            credits += people.map { Credit(role: role.name, person: $0.name, place: $0.place) }
        }
        return credits
    }

    /// The credits as an agency writes them, without parentheses. For credits that `parse` made, `parse`
    /// returns the same credits from this sentence.
    package static func sentence(_ credits: [Credit]) -> String {
        clauses(of: credits).map { clause in
            let groups = clause.placed.map { list($0.people) + ($0.place.map { " in \($0)" } ?? "") }
            return "\(clause.role) by \(list(groups))"
        }.joined(separator: "; ")
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

// MARK: - Reading

extension SignOff {
    private static func withoutBrackets(_ text: String) -> String {
        var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
        if words.hasPrefix("("), words.hasSuffix(")") { words = words.dropFirst().dropLast() }
        return String(endsInFullStop(words) ? words.dropLast() : words)
    }

    /// Whether the last period ends the sentence, and not an abbreviation: `Jr.`, `D.C.`, `J.`
    private static func endsInFullStop(_ words: Substring) -> Bool {
        guard words.hasSuffix("."), let last = words.split(separator: " ").last?.dropLast() else { return false }
        return last.count > 1 && !last.contains(".") && last != "Jr" && last != "Sr"
    }

    /// Clauses end at semicolons, and at periods and commas that another role follows.
    private static func clauses(of text: String) -> [String] {
        text.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmed }
            .flatMap { split($0, at: ". ") }
            .flatMap { split($0, at: ", ") }
    }

    private static func split(_ text: String, at separator: String) -> [String] {
        var clauses: [String] = []
        for piece in text.components(separatedBy: separator) {
            if let last = clauses.indices.last, Role(opening: piece) == nil {
                clauses[last] += separator + piece
            } else {
                clauses.append(piece)
            }
        }
        return clauses
    }

    /// The words before "by": one in any case, and up to four more that are in lower case or end in "ing".
    private struct Role {
        let name: String
        let rest: String

        init?(opening clause: String) {
            guard let by = clause.range(of: " by ") else { return nil }
            var words = clause[..<by.lowerBound].split(separator: " ")
            if words.first == "and" { words.removeFirst() }
            guard let first = words.first, words.count <= 5,
                words.allSatisfy({ $0 == "&" || $0.allSatisfy(\.isLetter) }),
                words.dropFirst().allSatisfy({ $0 == "&" || $0 == $0.lowercased() || $0.hasSuffix("ing") }),
                first.first?.isCased == true
            else { return nil }
            let name = words.joined(separator: " ")
            self.name = name.prefix(1).uppercased() + name.dropFirst()
            rest = String(clause[by.upperBound...])
        }
    }

    private static func people(in list: String) -> [(name: String, place: String?)]? {
        var people: [(name: String, place: String?)] = []
        var waiting = 0
        for entry in entries(of: list) {
            let parts = entry.components(separatedBy: " in ")
            guard parts.count <= 2, SignOffName.isPerson(parts[0]) else { return nil }
            people.append((parts[0], nil))
            waiting += 1
            guard parts.count == 2 else { continue }
            guard SignOffName.isPlace(parts[1]) else { return nil }
            for index in people.indices.suffix(waiting) { people[index].place = parts[1] }
            waiting = 0
        }
        // A name after the last place may be part of it ("in Rome and Milan Linate"), which is too uncertain.
        let isCertain = waiting == 0 || waiting == people.count
        return people.isEmpty || !isCertain ? nil : people
    }

    private static func entries(of list: String) -> [String] {
        var entries = [list]
        for separator in [", and ", ", ", " and ", " & "] {
            entries = entries.flatMap { $0.components(separatedBy: separator) }
        }
        return entries.map(\.trimmed)
    }
}

// MARK: - Writing

extension SignOff {
    private struct Clause {
        let role: String
        var placed: [(place: String?, people: [String])]
    }

    /// Consecutive credits for one role share a clause. Within it, consecutive credits from one place share
    /// the place. People without a place get a separate clause, because they would seem to be in the place of
    /// the others.
    private static func clauses(of credits: [Credit]) -> [Clause] {
        var clauses: [Clause] = []
        for credit in credits {
            if let last = clauses.indices.last, clauses[last].role == credit.role,
                let group = clauses[last].placed.indices.last,
                (clauses[last].placed[group].place == nil) == (credit.place == nil)
            {
                if clauses[last].placed[group].place == credit.place {
                    clauses[last].placed[group].people.append(credit.person)
                } else {
                    clauses[last].placed.append((credit.place, [credit.person]))
                }
            } else {
                clauses.append(Clause(role: credit.role, placed: [(credit.place, [credit.person])]))
            }
        }
        return clauses
    }
}
