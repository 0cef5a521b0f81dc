import ArgumentParser
import Foundation
import Newsroom
import Operations

struct PeopleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List readers with accounts, by number. Times are in UTC.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let count = try await installation.withNewspaper { newspaper in
            var (last, count): (Int64, Int) = (0, 0)
            while case let page = try await newspaper.registrations(after: last, as: .system), !page.isEmpty {
                let table = TextTable(
                    heads: ["number", "address", "name", "since", "ends"], rows: page.map(Self.row))
                for line in table.lines.dropFirst(count == 0 ? 0 : 1) { print(line) }
                last = page.last?.reader.id.number ?? .max
                count += page.count
            }
            return count
        }
        if count == 0 { print("No reader has an account.") }
    }

    private static func row(_ entry: Registration) -> [String] {
        [
            "\(entry.reader.id)", entry.reader.email, entry.reader.name, entry.since.ISO8601Format(),
            entry.leaving?.at.ISO8601Format() ?? "-",
        ]
    }
}
