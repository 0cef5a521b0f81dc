import Configuration
import Foundation
import Markup
import Newsroom
import SystemPackage
import TestSupport
import Testing

@testable import Web

@Suite("docs/configuration.md matches the program", .timeLimit(.minutes(5)))
struct ConfigurationDocumentTests {
    private static let document = URL(filePath: #filePath).appending(path: "../../../../docs/configuration.md")
        .standardizedFileURL

    private func text() throws -> String { try String(contentsOf: Self.document, encoding: .utf8) }

    @Test("The document has one row for each setting, with its names and default")
    func rows() throws {
        let rows = try text().split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .map { $0.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "`"))) }
        }
        #expect(rows.map { $0[0] }.sorted() == Setting.allCases.map(\.rawValue).sorted())
        for row in rows {
            let setting = try #require(Setting(rawValue: row[0]))
            #expect(row[1] == setting.environmentName)
            #expect(row[2] == setting.standard, "\(setting)")
            #expect(row[3].count > 20)
        }
    }

    @Test("The document lists the settings that need a restart")
    func restart() throws {
        let list = try #require(
            try text().firstMatch(of: /(?s)Some settings\s+need\s+a\s+restart:(.*?)\. If\s+one/)?.output.1)
        let named = list.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        #expect(named.sorted() == Setting.allCases.filter(\.needsRestart).map(\.rawValue).sorted())
    }

    @Test("The example in the document is a valid file, and every setting in it has an effect")
    func example() async throws {
        let text = try text()
        let start = try #require(text.range(of: "```json\n")?.upperBound)
        let end = try #require(text[start...].range(of: "```")?.lowerBound)
        let file = URL.temporary("json")
        try text[start..<end].write(to: file, atomically: true, encoding: .utf8)
        let provider = try await FileProvider<JSONSnapshot>(filePath: FilePath(file.path))
        let settings = try Settings(from: ConfigReader(provider: provider))
        #expect(settings.house.name == "The Harbour Gazette")
        #expect(settings.house.tagline == "What the tide brings in")
        #expect(settings.house.timeZone.identifier == "Europe/London")
        #expect(settings.house.disclaimer == "Comments are the words of their authors, not ours.")
        #expect(settings.house.policy.welcome.hasPrefix("Tell us what you know"))
        #expect(settings.publicURL?.text == "https://harbour-gazette.example")
        #expect(settings.trustedProxies.count == 2)
        #expect(settings.commentsPerMinute == 3 && settings.closing.days == 30 && settings.holdsUnknownNames)
        #expect(settings.commentsPerHour == 60)
    }
}
