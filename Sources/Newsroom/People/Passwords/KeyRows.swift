/// Finds runs of neighboring characters: letters of the alphabet, digits, or keys in a row.
enum KeyRows {
    /// The alphabet, the digits, and the rows of QWERTY, QWERTZ and AZERTY keyboards.
    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
        "azertyuiop", "qsdfghjklm", "wxcvbn",
    ]

    private struct Step: Hashable {
        let from: Unicode.Scalar
        let to: Unicode.Scalar
    }

    /// Each pair of neighbors in a row.
    private static let steps = Set(
        rows.flatMap { row in zip(row.unicodeScalars, row.unicodeScalars.dropFirst()).map { Step(from: $0, to: $1) } })

    private struct Directions: OptionSet {
        let rawValue: Int
        static let onward = Directions(rawValue: 1)
        static let back = Directions(rawValue: 2)
        static let staying = Directions(rawValue: 4)
        static let any: Directions = [.onward, .back, .staying]

        init(rawValue: Int) { self.rawValue = rawValue }

        init(from one: Unicode.Scalar, to other: Unicode.Scalar) {
            self = one == other ? .staying : []
            if steps.contains(Step(from: one, to: other)) { insert(.onward) }
            if steps.contains(Step(from: other, to: one)) { insert(.back) }
        }
    }

    /// Counts the runs in a text. In a run, every character repeats the one before it, or every character is
    /// its neighbor in the same direction: `abcd4321` has 2 runs.
    static func runs(in scalars: [Unicode.Scalar]) -> Int {
        guard !scalars.isEmpty else { return 0 }
        var (runs, way) = (1, Directions.any)
        for (one, other) in zip(scalars, scalars.dropFirst()) {
            way.formIntersection(Directions(from: one, to: other))
            guard way.isEmpty else { continue }
            (runs, way) = (runs + 1, .any)
        }
        return runs
    }
}
