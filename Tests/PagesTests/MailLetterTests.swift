import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Mails as their readers see them", .timeLimit(.minutes(5)))
struct MailLetterTests {
    private func letter(
        _ content: Mail.Content, in tag: String = "en", kind: Mail.Kind = .notification
    ) throws -> MailLetter {
        let language = try #require(Language(tag: tag))
        let mail = Mail(to: "a@example.org", language: language, kind: kind, content: content)
        return MailLetter(mail, house: "The <Gazette>", base: try #require(SafeURL("https://news.example")))
    }

    private var content: Mail.Content {
        Mail.Content(
            subject: "A reply",
            parts: [.paragraph("\"Mallory\" replied:"), .quotation("<b>Hi</b>\nhttps://evil.example")],
            action: SitePath("/stories/1?a=1&b=2").map { .init(label: "Read the reply", path: $0) },
            code: Mail.Code("012345"), unsubscribe: SitePath("/unsubscribe/3f2a"))
    }

    @Test("The plain text has everything, with quotations marked")
    func plain() throws {
        #expect(
            try letter(content).plain == """
                "Mallory" replied:

                > <b>Hi</b>
                > https[:]//evil[.]example

                Read the reply:
                https://news.example/stories/1?a=1&b=2

                Your code: 012345

                --\u{20}
                The <Gazette>
                You get this mail because you have an account at The <Gazette>.
                To get no more mails like this one:
                https://news.example/unsubscribe/3f2a

                """)
    }

    @Test("The HTML loads nothing, and only our links are links")
    func html() throws {
        let html = try letter(content).html
        #expect(html.contains("<p dir=\"auto\">&lt;b&gt;Hi&lt;/b&gt;</p>"))
        #expect(
            html.contains("<a href=\"https://news.example/stories/1?a=1&amp;b=2\"><strong>Read the reply</strong></a>"))
        #expect(html.matches(of: /href="/).count == 2 && html.contains("<html lang=\"en\" dir=\"ltr\">"))
        for tag in ["<img", "<link", "<script", "<style", "src=", "url("] { #expect(!html.contains(tag), "\(tag)") }
        #expect(try letter(content).unsubscribe?.text == "https://news.example/unsubscribe/3f2a")
    }

    @Test("The frame has the words of the mail's language, or else says that it is English")
    func languages() throws {
        let german = try letter(content, in: "de-AT")
        #expect(german.plain.contains("Ihr Code: 012345") && german.plain.contains("weil Sie ein Konto bei"))
        #expect(german.html.contains("<html lang=\"de-AT\" dir=\"ltr\">") && !german.html.contains("lang=\"en\""))
        let arabic = try letter(content, in: "ar").html
        #expect(
            arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("<p lang=\"en\" dir=\"ltr\"><small>"))
        for kind in Mail.Kind.allCases {
            let reasons = [MailWords.english, .german].map { $0.reason(kind, "X") }
            #expect(reasons.allSatisfy { $0.contains("X") } && reasons[0] != reasons[1])
        }
    }

    @Test("A mail without extras has only its paragraphs and its reason")
    func short() throws {
        let letter = try letter(
            Mail.Content(subject: "S", parts: [.paragraph("One."), .paragraph("")]), kind: .signIn)
        #expect(letter.plain.hasPrefix("One.\n\n-- \nThe <Gazette>\nYou get this mail because somebody entered"))
        #expect(!letter.html.contains("<a ") && letter.unsubscribe == nil)
    }
}
