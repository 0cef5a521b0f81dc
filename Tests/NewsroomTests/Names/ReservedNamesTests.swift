import Testing

@testable import Newsroom

@Suite("Reserved names", .timeLimit(.minutes(1)))
struct ReservedNamesTests {
    private static let reserved = ReservedNames(
        newspaper: "The Harbour Gazette", desk: "The desk", listed: ReservedNames.standard, staff: ["Grace Hopper"])

    @Test(
        "Names of the newspaper and its staff are reserved, whatever they are typed like",
        arguments: [
            "The Harbour Gazette", "harbour gazette", "HarbourGazette", "Harbour Gazette Editor",
            "Editor, Harbour Gazette",
            "The Harbour Gazette team", "Official Harbour Gazette", "The desk", "the-desk", "Admin", "ADMlN",
            "Ｍｏｄｅｒａｔｏｒ", "rnoderator", "The Editors", "Deleted", "Grace Hopper", "grace_hopper", "Grace H0pper", "root",
        ])
    func contains(name: String) throws {
        let accepted = try AccountName.accept(name)
        #expect(Self.reserved.contains(accepted))
        let refusal = #expect(throws: Refusal.self) { try Self.reserved.require(accepted) }
        #expect(refusal == Refusal(.name(.reserved), field: "name"))
    }

    @Test(
        "Other names are free",
        arguments: [
            "Ann Lee", "Harbour Gazette reader", "Gazette", "Grace", "Edith", "The Harbour Master", "Ann Admin",
        ])
    func free(name: String) throws {
        let accepted = try AccountName.accept(name)
        #expect(!Self.reserved.contains(accepted))
        try Self.reserved.require(accepted)
        #expect(Self.reserved.adding([name]).contains(accepted))
    }

    @Test("Without names, and with names that show nothing, everything is free")
    func none() throws {
        let name = try AccountName.accept("Editor")
        #expect(!ReservedNames().contains(name))
        #expect(ReservedNames(desk: "", listed: ["-"]) == ReservedNames())
    }
}
