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
        try Self.reserved.require(nameOfGuest: name.lookalikeKey)
    }

    @Test("Guests cannot sign like somebody of the newspaper, but with a word that stands for no name")
    func guests() throws {
        for name in ["Moderator", "m0derator", "The Desk", "ＡＤＭＩＮ"] {
            #expect(throws: Refusal(.name(.reserved), field: "name"), "\(name)") {
                try ReservedNames(listed: ReservedNames.standard).require(nameOfGuest: name.lookalikeKey)
            }
        }
        for name in ["Anonymous", "guest"] {
            try ReservedNames(listed: ReservedNames.standard).require(nameOfGuest: name.lookalikeKey)
        }
    }

    @Test("Without names, and with names that show nothing, everything is free")
    func none() throws {
        let name = try AccountName.accept("Editor")
        #expect(!ReservedNames().contains(name))
        #expect(ReservedNames(desk: "", listed: ["-"]) == ReservedNames())
    }
}
