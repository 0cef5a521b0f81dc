package import Markup
package import Newsroom

/// A mail as its reader sees it: the subject, a plain text, and the same as simple HTML. The HTML loads nothing.
package struct MailLetter: Sendable {
    package let subject: String
    package let plain: String
    package let html: String
    /// The absolute address that ends mails like this one.
    package let unsubscribe: SafeURL?

    /// `base` is the address of the site, without a slash at its end.
    package init(_ mail: Mail, house: String, base: SafeURL) {
        let parts = MailParts(mail: mail, words: .of(mail.language), house: house, base: base)
        subject = mail.content.subject
        plain = parts.plain
        html = parts.html.string
        unsubscribe = parts.unsubscribe
    }
}

private struct MailParts {
    let mail: Mail
    let words: MailWords
    let house: String
    let base: SafeURL

    private var content: Mail.Content { mail.content }
    private var reason: String { words.reason(mail.kind, house) }
    var unsubscribe: SafeURL? { content.unsubscribe.flatMap(absolute) }

    private func absolute(_ path: SitePath) -> SafeURL? { SafeURL(base.text + path.text) }

    private var action: (label: String, address: SafeURL)? {
        content.action.flatMap { action in absolute(action.path).map { (action.label, $0) } }
    }

    /// Paragraphs, with an empty line between them. Each line of a quotation begins with `> `. Below the line that
    /// mail programs know as the beginning of a signature, the mail says where it comes from.
    var plain: String {
        var blocks = content.parts.map { part in
            switch part {
            case .paragraph(let text): text
            case .quotation(let text): text.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
            }
        }
        if let action { blocks.append("\(action.label):\n\(action.address)") }
        if let code = content.code { blocks.append("\(words.code) \(code.digits)") }
        let end = ["-- ", house, reason] + (unsubscribe.map { ["\(words.unsubscribe)\n\($0)"] } ?? [])
        return (blocks.filter { !$0.isEmpty } + [end.joined(separator: "\n")]).joined(separator: "\n\n") + "\n"
    }

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="\(mail.language.tag)" dir="\(mail.language.direction.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
        <title>\(content.subject)</title>
        </head>
        <body>
        \(content.parts.map(block))\(actionBlock)\(codeBlock)<hr>
        <p\(frame)><small>\(house)<br>
        \(reason)\(unsubscribe.map(unsubscribing))</small></p>
        </body>
        </html>

        """
    }

    private func block(_ part: Mail.Part) -> HTML {
        switch part {
        case .paragraph(let text): return "<p>\(text)</p>\n"
        case .quotation(let text):
            let lines = text.split(separator: "\n").map { "<p dir=\"auto\">\($0)</p>\n" as HTML }
            return "<blockquote>\n\(lines)</blockquote>\n"
        }
    }

    private var actionBlock: HTML? {
        action.map { label, address in
            "<p><a href=\"\(address)\"><strong>\(label)</strong></a></p>\n<p><small dir=\"ltr\">\(address)</small></p>\n"
        }
    }

    private var codeBlock: HTML? {
        content.code.map { "<p\(frame)>\(words.code) <strong dir=\"ltr\">\($0.digits)</strong></p>\n" }
    }

    private func unsubscribing(_ address: SafeURL) -> HTML {
        "<br>\n\(words.unsubscribe) <a href=\"\(address)\">\(words.unsubscribeLink)</a>"
    }

    /// The language of our words, if it is not that of the mail.
    private var frame: HTML {
        let isSame = mail.language.tag.split(separator: "-").first.map(String.init) == words.language.tag
        guard !isSame else { return "" }
        return " lang=\"\(words.language.tag)\" dir=\"\(words.language.direction.rawValue)\""
    }
}
