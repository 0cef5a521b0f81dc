import Newsroom
import Testing

@Suite("Sign-offs", .timeLimit(.minutes(1)))
struct SignOffTests {
    /// Invented names.
    private let one = "Ada Example"
    private let two = "Ben van der Sample"
    private let three = "Carla O'Test-Case"
    private let four = "D. E. Specimen Jr."

    @Test("One place at the end applies to all names of a role")
    func onePlace() {
        let credits = SignOff.parse(
            " (Additional reporting by \(one), \(two) and \(three) in Beirut; Editing by \(four)) ")
        #expect(
            credits == [
                Credit(role: "Additional reporting", person: one, place: "Beirut"),
                Credit(role: "Additional reporting", person: two, place: "Beirut"),
                Credit(role: "Additional reporting", person: three, place: "Beirut"),
                Credit(role: "Editing", person: four),
            ])
    }

    @Test("A comma before a lowercase role begins the next clause")
    func commaForm() {
        #expect(
            SignOff.parse("(Reporting by \(one), editing by \(two))") == [
                Credit(role: "Reporting", person: one), Credit(role: "Editing", person: two),
            ])
        #expect(
            SignOff.parse("Reporting by \(one), \(two); writing and editing by \(three) & \(four).")?.map(\.role) == [
                "Reporting", "Reporting", "Writing and editing", "Writing and editing",
            ])
    }

    @Test("A place applies to the names since the previous place")
    func manyPlaces() {
        let text =
            "Additional reporting by \(one) in Beirut, \(two) and \(three) in New York, Eve Sample in Rio de Janeiro "
            + "and Finn Example in Moscow; Writing by \(four); Editing by Gil Test and Hana Case"
        let credits = SignOff.parse("(\(text))")
        #expect(credits?.map(\.place) == ["Beirut", "New York", "New York", "Rio de Janeiro", "Moscow", nil, nil, nil])
        #expect(SignOff.sentence(credits ?? []) == text)
    }

    @Test("A sign-off that is not fully understood is not parsed")
    func unparsed() {
        let texts = [
            "", "()", "(Reporting)", "(Reporting by )", "(Reporting by the Milan newsroom)", "($1 = 0.9 euros)",
            "(Reporting by \(one); thanks to everybody)", "(Reporting by \(one) in 2 places)",
            "(Reporting by \(one) in New York and Los Angeles)", "(Reporting by \(one) in Washington, D.C.)",
            "(Reporting by \(one), \(two) in Rome and \(three))", "(إعداد فلان للنشرة العربية - تحرير فلان)",
            "(Bericht von \(one))", "(Reporting by \(one) and staff)", "(Reporting by \(one);)",
            "(Reporting by \(one) <script>)", "(" + String(repeating: "Reporting by A B; ", count: 1_000) + ")",
        ]
        for text in texts { #expect(SignOff.parse(text) == nil, "\(text.prefix(60))") }
    }

    @Test("A sign-off that is written from credits is read as the same credits")
    func roundTrip() {
        let people = [one, two, three, four, "Eva al-Sample", "Finn d'Example"]
        let roles = ["Reporting", "Additional reporting", "Writing & editing"]
        let places = [nil, "Beirut", "The Hague", nil, "St. Petersburg"]
        for seed in 0..<500 {
            let credits = (0..<(1 + seed % 7)).map { index in
                Credit(
                    role: roles[(seed / 3 + index / 3) % roles.count], person: people[(seed + index) % people.count],
                    place: places[(seed / 7 + index * (seed % 3)) % places.count])
            }
            #expect(SignOff.parse(SignOff.sentence(credits)) == credits)
        }
    }

    @Test("Without credits, the sentence is empty")
    func nothing() {
        #expect(SignOff.sentence([]) == "")
    }
}
