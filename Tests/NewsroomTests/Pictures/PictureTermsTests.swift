import Foundation
import Newsroom
import Testing

@Suite("Usage terms of pictures", .timeLimit(.minutes(1)))
struct PictureTermsTests {
    private let arrival = Date(timeIntervalSince1970: 1_790_000_000)

    private func terms(_ text: String?) -> PictureTerms { PictureTerms(understoodFrom: text, arrivedAt: arrival) }

    @Test(
        "A picture that must not be archived may be shown for 30 days",
        arguments: [
            "NO ARCHIVES", "No Resales. No Archives.", "NO ARCHIVAL OR WIRELESS USE",
            "EDITORIAL USE ONLY.\nNO ARCHIVING.",
            "Not for archive", "NOARCHIVES", "Keine Archivierung", "Verkauf und Archivierung untersagt",
        ])
    func archives(text: String) {
        #expect(terms(text) == PictureTerms(endsAt: arrival.addingTimeInterval(30 * 86_400)))
    }

    @Test(
        "A picture for one use is known by its words",
        arguments: [
            "Single use only", "ONE-TIME USE", "one time use", "For single publication", "once only", "Use once.",
        ])
    func singleUse(text: String) { #expect(terms(text) == PictureTerms(isSingleUse: true)) }

    @Test(
        "The last day counts to its end",
        arguments: [
            "Valid until 2026-12-31", "Use until 31 December 2026.", "expires: December 31st, 2026",
            "Bis zum 31.12.2026",
            "NO USE AFTER DECEMBER 31, 2026", "Not for use after 31 December 2026", "Expires 31/12/2026",
            "Expiry date: 31 Dec. 2026", "until 31 December 2026, or through 2027-06-30",
        ])
    func lastDay(text: String) throws {
        #expect(terms(text).endsAt == (try Date("2027-01-01T00:00:00Z", strategy: .iso8601)))
    }

    @Test(
        "An end to the minute counts to the minute",
        arguments: ["Valid until 2026-12-31T18:30Z.", "until 2026-12-31 18:30 UTC"])
    func lastMinute(text: String) throws {
        let end = try Date("2026-12-31T18:30:00Z", strategy: .iso8601)
        #expect(terms(text).endsAt == end && terms(PictureTerms.words(forEnd: end)).endsAt == end)
    }

    @Test(
        "Words that set no limit are not understood as one",
        arguments: [
            "", "Editorial use only", "Archive photo", "No sales", "until further notice", "until 31 February 2027",
            "Released 31 December 2026", "until 2027", "The singles used it",
        ])
    func noLimit(text: String) { #expect(terms(text) == PictureTerms()) }

    @Test(
        "A span counts from the arrival",
        arguments: [("For 48 hours use only", 2.0), ("for 7 days", 7.0), ("14-day use", 14.0), ("2 weeks only", 14.0)])
    func span(text: String, days: Double) {
        #expect(terms(text).endsAt == arrival.addingTimeInterval(days * 86_400))
    }

    @Test("An end that has passed leaves a day for an editor")
    func passed() {
        #expect(terms("Valid until 2020-01-01").endsAt == arrival.addingTimeInterval(86_400))
    }

    @Test("Of several ends, the earliest counts; a picture without terms has none")
    func several() throws {
        #expect(terms("No archives. Until 2040-01-01.").endsAt == arrival.addingTimeInterval(30 * 86_400))
        #expect(terms(nil) == PictureTerms())
    }
}
