import Testing

@testable import Newsroom

@Suite("Bylines", .timeLimit(.minutes(1)))
struct BylineTests {
    private func authors(_ byline: String, agency: String? = nil) -> [String] {
        Byline.authors(in: byline, agency: agency).map { ($0.isOrganization ? "@" : "") + $0.name }
    }

    @Test(
        "A byline is divided into its authors",
        arguments: [
            ("Ada Example", ["Ada Example"]), ("Ada Example and Ben Sample", ["Ada Example", "Ben Sample"]),
            ("Ada Example, Ben Sample and Cara Muster", ["Ada Example", "Ben Sample", "Cara Muster"]),
            ("Ada Example und Ben Muster", ["Ada Example", "Ben Muster"]),
            ("Ada Example y Ben Sample", ["Ada Example", "Ben Sample"]),
            ("José Ortega y Gasset", ["José Ortega y Gasset"]), ("Ada", ["Ada"]),
            ("Ada Example, Political Correspondent", ["Ada Example"]),
            ("Ada Example & Ben Sample", ["Ada Example", "Ben Sample"]),
            ("ADA EXAMPLE and BEN SAMPLE", ["ADA EXAMPLE", "BEN SAMPLE"]), ("our man in Porto", ["our man in Porto"]),
        ])
    func people(byline: String, names: [String]) { #expect(authors(byline) == names) }

    @Test(
        "An organization is not a person",
        arguments: [
            ("Reuters", ["@Reuters"]), ("dpa", ["@dpa"]), ("Reuters Staff", ["@Reuters Staff"]),
            ("Ada Example, Associated Press", ["Ada Example"]), ("Harbor Wire", ["@Harbor Wire"]),
            ("Ada Example and Reuters", ["Ada Example", "@Reuters"]), ("The Example", ["@The Example"]),
            ("NBX", ["@NBX"]),
            ("Example News Service", ["@Example News Service"]),
            ("Thomson Reuters Foundation", ["@Thomson Reuters Foundation"]),
        ])
    func organizations(byline: String, names: [String]) { #expect(authors(byline, agency: "Harbor Wire") == names) }
}
