import ArgumentParser

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "List readers with accounts, export their data, or erase them.",
        discussion: """
            The staff have commands of their own, `broadsheet staff`. A command exits with 0 if it succeeds and with 1 if it \
            is refused.
            """,
        subcommands: [PeopleList.self, PeopleExport.self, PeopleErase.self])
}
