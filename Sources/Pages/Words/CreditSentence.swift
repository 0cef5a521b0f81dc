import Newsroom

/// The credits of a story as one sentence: `Writing by A; Additional reporting by B in Beirut and C and D in Dubai`.
enum CreditSentence {
    static func of(_ credits: [Credit]) -> String {
        runs(credits, by: \.role).map { clause in
            let places = runs(clause, by: \.place).map {
                list($0.map(\.person)) + ($0[0].place.map { " in \($0)" } ?? "")
            }
            return "\(clause[0].role) by \(list(places))"
        }.joined(separator: "; ")
    }

    /// Neighbours that share a value, together; no run is empty.
    private static func runs(_ credits: [Credit], by part: (Credit) -> some Equatable) -> [[Credit]] {
        var runs: [[Credit]] = []
        for credit in credits {
            if let last = runs.last?.last, part(last) == part(credit) {
                runs[runs.count - 1].append(credit)
            } else {
                runs.append([credit])
            }
        }
        return runs
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
