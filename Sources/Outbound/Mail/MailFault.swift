/// The reason why a mail was not handed over, and may be later. It names no address and no password.
package struct MailFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
