import Foundation

/// Recognizes the places of datelines.
enum DatelinePlace {
    /// Whether the text is one or more places in capitals: `NEW YORK/LONDON`, `PARIS and ROME`, `McALLEN`.
    static func isCapitals(_ text: String) -> Bool {
        let places = connections.reduce([text]) { places, word in
            places.flatMap { $0.components(separatedBy: word) }
        }
        return text.count <= 80
            && places.allSatisfy { place in
                let plain = place.replacing("Mc", with: "MC")
                return plain.count >= 2 && plain.contains(where: \.isUppercase)
                    && plain.first.map { $0.isLetter || $0 == "’" || $0 == "'" } == true
                    && plain.allSatisfy { $0.isUppercase || $0.isWhitespace || "./'’-".contains($0) }
            }
    }

    /// Whether the text can be a place in any letters: `Frankfurt/Main`, `Rio de Janeiro`, `دمشق`.
    static func isName(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || $0 == "/" }
        return (1...6).contains(words.count) && (2...80).contains(text.count)
            && text.first.map { $0.isLetter && !$0.isLowercase } ?? false
            && text.allSatisfy { $0.isLetter || $0.isWhitespace || "./'’-".contains($0) }
            && words.allSatisfy { word in
                word.count <= 4 || !(word.first?.isLowercase ?? false)
            }
    }

    /// Whether the text can be a region: `Texas`, `N.Y.`, `West Bank`.
    static func isRegion(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...6).contains(words.count) && words.first?.first.map { $0.isLetter && !$0.isLowercase } ?? false
            && text.allSatisfy { $0.isLetter || " .'’-/".contains($0) }
    }

    private static let connections = [" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i "]
}
