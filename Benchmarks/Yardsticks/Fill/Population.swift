import Newsroom

/// The people who write comments. A few write many, and most write one.
struct Population {
    struct Person {
        let name: String
        let key: String
        let source: String
        let writer: String
    }

    private let people: [Person]

    init(seed: UInt64, count: Int = 100_000) {
        var draw = Draw(seed: seed, part: -1)
        people = (0..<count).map { number in
            let name = Self.name(number, &draw)
            return Person(name: name, key: name.foldedName, source: draw.digest(), writer: draw.digest())
        }
    }

    /// Picks a person with a cubic distribution: a thousandth of the people write a tenth of the comments.
    func person(_ draw: inout Draw) -> Person {
        let share = draw.fraction()
        return people[Int(share * share * share * Double(people.count))]
    }

    private static func name(_ number: Int, _ draw: inout Draw) -> String {
        let adjective = draw.pick(Words.adjectives)
        let noun = draw.pick(Words.nouns)
        switch draw.below(20) {
        case 0: return "\(draw.pick(Words.arabic)) \(draw.pick(Words.arabic)) \(number)"
        case 1: return "\(draw.pick(Words.chinese))\(number)"
        case 2...6: return "\(adjective.capitalizedFirst) \(noun.capitalizedFirst) \(number)"
        default: return "\(adjective) \(noun) \(number)"
        }
    }
}
