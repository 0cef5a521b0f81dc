/// Finds names that look like an address. Mail programs make links of such names.
enum NameAddresses {
    /// Whether one of the words is an e-mail address, a URL or a domain. The text is folded (`compatiblyFolded`).
    ///
    /// `J. R. Reed`, `J.R. Reed` and `Mr.T` are names. `anna.example` is refused although few know such a domain,
    /// because new ones appear each year.
    static func isLikeAddress(_ folded: String) -> Bool {
        folded.split(separator: " ").contains { word in
            let around = word.split(separator: "@", omittingEmptySubsequences: false)
            let isMail = around.count > 1 && around.dropLast().contains { !$0.isEmpty } && around.last != ""
            return isMail || word.contains("://") || word.hasPrefix("www.") || hasDomain(word)
        }
    }

    private static func hasDomain(_ word: Substring) -> Bool {
        let labels = word.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "\u{3002}" }
        return zip(labels, labels.dropFirst()).contains { before, after in
            guard let last = before.unicodeScalars.last, last.countsInNames else { return false }
            let end = after.unicodeScalars.prefix(while: \.countsInNames)
            guard end.count > 1, end.contains(where: { !("0"..."9").contains($0) }) else { return false }
            // Arabic abbreviates titles to one letter, without a space after the dot.
            return end.allSatisfy(\.isASCII) || before.count > 1
        }
    }
}
