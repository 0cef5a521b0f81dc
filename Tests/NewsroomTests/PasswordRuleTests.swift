import Testing

@testable import Newsroom

@Suite("Rules for passwords", .timeLimit(.minutes(1)))
struct PasswordRuleTests {
    private func code(_ password: String, of email: String = "maria.lopez@news.example.org") -> Refusal.Code? {
        do {
            try PasswordRule.check(password, of: email)
            return nil
        } catch {
            #expect(error.kind == .invalid && error.field == "password")
            return error.code
        }
    }

    @Test("A password has 12 to 200 visible characters")
    func length() {
        #expect(code("jk4mqp9wtzr") == .password(.length))
        #expect(code("jk4mqp9wtzrv") == nil)
        #expect(code("") == .password(.length))
        let words = "the harbour bridge opens at noon, and "
        #expect(code(String(String(repeating: words, count: 6).prefix(200))) == nil)
        #expect(code(String(String(repeating: words, count: 6).prefix(201))) == .password(.length))
        #expect(
            throws: Refusal(.password(.length), [.minimum: .number(12), .limit: .number(200)], field: "password")
        ) { try PasswordRule.check("short", of: "") }
        // Twelve characters as people count them.
        #expect(code("👩‍👩‍👧‍👦é木ж한a👍🏽q7ßक्षx") == nil)
    }

    @Test("A password of several megabytes is refused by its size before it is counted or normalized")
    func megabytes() {
        let one = "a" + String(repeating: "\u{301}", count: 4_000_000)
        #expect(!PasswordRule.isShortEnough(one))
        #expect(code(one) == .password(.length))
        // Thirteen characters, with more bytes than real text needs.
        let marks = String(repeating: "\u{301}", count: 600)
        #expect(code("harbourbridge".map { "\($0)\(marks)" }.joined()) == .password(.length))
    }

    @Test(
        "A repetitive password is refused",
        arguments: [
            "aaaaaaaaaaaa", "abababababab", "abcabcabcabc", "123412341234", "AbcaBcabCabc", "xk4xk4xk4xk4xk4x",
            "kq7vz2kq7vz2", "            ", "............", "monkeymonkey",
        ])
    func repetition(password: String) {
        #expect(code(password) == .password(.repetition))
    }

    @Test(
        "A password with too few different characters is refused",
        arguments: ["aabbbabaabba", "1121122212112", "qwwqeqrwqerqq"])
    func few(password: String) {
        #expect(code(password) == .password(.tooFewCharacters))
    }

    @Test(
        "A password of keyboard rows, digits in order or the alphabet is refused",
        arguments: [
            "123456789012", "abcdefghijkl", "zyxwvutsrqpo", "0987654321098", "qwertyuiop12", "QWERTYUIOPAS",
            "abcd1234wxyz", "asdfghjkl;123", "aaaabbbbccccdddd5555", "qwertzuiop99", "azertyuiop123", "abc123def456",
            "１２３４５６７８９０１２",
        ])
    func rows(password: String) {
        #expect(code(password) == .password(.keyRow))
    }

    @Test(
        "A password made from the e-mail address is refused",
        arguments: [
            "maria.lopez@news.example.org", "MARIA.LOPEZ@news.example.org", "maria.lopez@news", "Maria.Lopez1980",
            "maria.lopez!", "marialopez12", "maria-lopez2026!", "maria.lopezmaria.lopez", "MariaLopezMariaLopez99",
            "1980maria.lopez", "2026 Maria Lopez 1",
        ])
    func address(password: String) {
        #expect(code(password) == .password(.emailAddress))
    }

    @Test(
        "A common password is refused, even if it is padded or has symbols in place of letters",
        arguments: [
            "password1234", "Password123!", "PASSWORD2026", "password!!!!", "passwordpassword", "PasswordPassword1",
            "password1password1", "password123password123", "passwordpass", "1234password", "!!!baseball!!!",
            "p@ssw0rd1234", "P4ssw0rd2026!", "1q2w3e4r!!!!", "1qaz2wsx3edc", "mustang-2024", "dragon 1984 2024!",
            "welcome12345", "l3tm31n!2026", "11223344556677", "finalfantasy", "iloveyou....", "ｐａｓｓｗｏｒｄ１２３４",
        ])
    func common(password: String) {
        #expect(code(password) == .password(.common), "\(code(password)?.name ?? "accepted")")
    }

    @Test(
        "A password that is hard to guess is accepted, even if it contains a common one",
        arguments: [
            "correct horse battery", "a password for the test", "long enough for the desk", "a long enough password",
            "dragon eats my monkey", "the master of the house", "hxkq-wmvz-ptrb", "!@#%^&*()_+|", "m!@#$%^&*()_",
            "493817205938", "maria plants lilies", "lopez has a red bicycle", "Tr0ub4dor&3x!Q", "木曜日の夜に橋を渡る人たち",
            "vier Boote im Hafen", "19842058371946",
        ])
    func taken(password: String) {
        #expect(code(password) == nil)
    }

    @Test("An e-mail address with a name of one or two letters does not affect passwords")
    func shortAddress() {
        #expect(code("ed 4 horses run", of: "ed@example.org") == nil)
        #expect(code("ed83920174655", of: "ed@example.org") == nil)
    }

    @Test("The list contains 10,000 common passwords, sorted and all refused")
    func list() {
        let lines = String(decoding: PackageResources.common_passwords_txt, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 10_000 && Set(lines).count == 10_000)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(lines.allSatisfy { (CommonPasswords.shortest...CommonPasswords.longest).contains($0.count) })
        #expect(lines.allSatisfy { $0 == $0.lowercased() })
        for index in stride(from: 0, to: lines.count, by: 50) {
            #expect(code("\(lines[index])!\(lines[index])!\(lines[index])!") != nil, "\(lines[index])")
        }
    }
}
