import Foundation

/// Reads the authors that a byline names.
package enum Byline {
    package struct Author: Sendable, Hashable {
        package let name: String
        package let isOrganization: Bool

        package init(name: String, isOrganization: Bool) {
            self.name = name
            self.isOrganization = isOrganization
        }
    }

    /// The authors in order, without their titles: `A Example and B Sample`. A text that cannot be divided with
    /// certainty is one author.
    ///
    /// - Parameter agency: the agency that carried the story. Its name always counts as an organization.
    package static func authors(in byline: String, agency: String? = nil) -> [Author] {
        guard byline.utf8.count <= 1_000 else { return [Author(name: byline, isOrganization: false)] }
        // An agency after a person and a comma is where that person works.
        let groups = byline.split(whereSeparator: { ",;|".contains($0) }).map { divided(String($0).trimmed, agency) }
        let parts = groups.enumerated().filter { $0 == 0 || $1.count > 1 || !isOrganization($1[0], agency) }
            .flatMap(\.element).filter { !isTitle($0) && !$0.isEmpty }
        let isCertain = parts.allSatisfy { isOrganization($0, agency) || SignOffName.isPerson($0) }
        let names = isCertain && !parts.isEmpty ? parts : [byline]
        return names.map { Author(name: $0, isOrganization: isOrganization($0, agency)) }
    }

    /// Whether a name means an organization and not a person: an agency, a name in one word of capitals, or one
    /// with a word such as "Staff" or "Press".
    package static func isOrganization(_ name: String, _ agency: String? = nil) -> Bool {
        if NewsAgency.isKnown(name) || agency?.foldedName == name.foldedName { return true }
        let words = name.lowercased().split { !$0.isLetter && $0 != "-" }
        let isAcronym = words.count == 1 && !name.contains(where: \.isLowercase) && name.contains(where: \.isUppercase)
        return isAcronym || words.first == "the" || words.contains { organizations.contains(String($0)) }
    }

    /// Divides at the word for "and" if each side is a full name or an organization. A surname such as
    /// "Ortega y Gasset" stays whole.
    private static func divided(_ text: String, _ agency: String?) -> [String] {
        for separator in separators {
            let sides = text.components(separatedBy: separator).map(\.trimmed)
            guard sides.count > 1 else { continue }
            let isDivided = sides.allSatisfy { SignOffName.isPerson($0) || isOrganization($0, agency) }
            if isDivided { return sides }
            if separator == " and " || separator == " & " { return sides.flatMap { divided($0, agency) } }
        }
        return [text]
    }

    private static let separators = [
        " and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " ja ", " i ", " и ", " و", " a ",
        " και ",
    ]

    private static func isTitle(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { titles.contains(String($0)) }
    }

    private static let titles: Set<String> = [
        "analyst", "chief", "md", "phd", "columnist", "contributor", "correspondent", "critic", "editor",
        "photographer", "producer",
        "reporter", "writer", "korrespondent", "korrespondentin", "redakteur", "redakteurin", "correspondant",
        "correspondante", "corresponsal", "corrispondente",
    ]

    private static let organizations: Set<String> = [
        "agence", "agencia", "agencies", "association", "board", "committee", "company", "council", "foundation",
        "group",
        "institute", "ministry", "union", "university", "wire", "agency", "agentur", "agenzia", "agência", "associated",
        "bureau", "correspondents",
        "desk",
        "media", "network", "news", "newsdesk", "newspaper", "newspapers", "newsroom", "press", "presse", "redacción",
        "redaktion", "redazione", "redação", "redaktionen", "rédaction", "reporters", "service", "services", "staff",
        "team", "television", "times", "tv", "redactie", "toimitus",
    ]
}
