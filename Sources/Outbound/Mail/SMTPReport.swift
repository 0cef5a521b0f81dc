import Foundation
import Newsroom

/// What happened in a transfer to a relay, and what follows from it.
///
/// A permanent refusal counts against the address only if the relay refuses the recipient, and not because of its own
/// rules: a wrong password, a sender that it does not accept or a relay that does not relay for us is a fault of the
/// settings, which would otherwise stop the mail to every reader.
struct SMTPReport: Sendable, Hashable {
    enum Stage: Int32, Sendable, CaseIterable {
        case connection, greeting, encryption, authentication, sender, recipient, message
    }

    var isAccepted = false
    /// The step that the relay has not accepted.
    var stage = Stage.connection
    /// The code of the last reply (RFC 5321, section 4.2); 0 if there was none.
    var code = 0
    /// The last reply with its code.
    var reply = ""
    /// What the library says.
    var error = ""
    /// Whether the address needs SMTPUTF8, which the relay does not offer.
    var lacksUTF8 = false

    /// Codes for the relay's own rules and for its state (RFC 4954; RFC 5321, section 4.5.3.1.10).
    private static let ofTheRelay: Set = [530, 534, 535, 538, 552, 554]
    private static let longest = 300

    /// The fate of the mail. Throws if a later try may succeed. `texts` are the forms of the address, which no text
    /// names.
    func fate(hiding texts: [String]) throws(MailFault) -> MailFate {
        let shown = { (text: String) in
            String(
                texts.reduce(text) { $0.replacingOccurrences(of: $1, with: "…", options: .caseInsensitive) }.inOneLine
                    .prefix(Self.longest))
        }
        if isAccepted { return .sent(reply: shown(reply)) }
        if lacksUTF8, stage.rawValue >= Stage.sender.rawValue {
            return .refused(
                MailRefusal(code: 0, reason: "The relay takes only addresses with ASCII before the @ (no SMTPUTF8)."))
        }
        if refusesAddress { return .refused(MailRefusal(code: code, reason: shown(reply))) }
        guard code >= 400 else { throw MailFault("\(stage.words): \(shown(error))") }
        throw MailFault("\(stage.words): the relay says \(shown(reply))")
    }

    private var refusesAddress: Bool {
        guard stage == .recipient, (500...599).contains(code) else { return false }
        // The enhanced code (RFC 3463) says more: 5.1 is about the address, and 5.2 about its mailbox.
        if let enhanced = reply.firstMatch(of: /^\d{3}[ -]5\.(\d{1,3})\.(\d{1,3})\b/)?.output {
            return enhanced.1 == "1" && enhanced.2 != "7" && enhanced.2 != "8"
                || enhanced.1 == "2" && enhanced.2 != "2" || enhanced.1 == "0" && !Self.ofTheRelay.contains(code)
        }
        return !Self.ofTheRelay.contains(code) && !reply.lowercased().contains("relay")
    }
}

extension SMTPReport.Stage {
    /// The step, at the beginning of a message.
    fileprivate var words: String {
        switch self {
        case .connection: "no connection to the relay"
        case .greeting: "no greeting by the relay"
        case .encryption: "no TLS with the relay"
        case .authentication: "no authentication at the relay"
        case .sender: "the sender was not accepted"
        case .recipient: "the recipient was not accepted"
        case .message: "the message was not accepted"
        }
    }
}
